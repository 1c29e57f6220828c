using System.Globalization;
using System.Security.Cryptography;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Access;

/// <summary>
/// The cookie in which a browser brings its session back, sealed with the keys that all hosts share. It is <c>Lax</c>: who follows a link from a mail comes as
/// who they are. What changes something asks for the page's own token besides.
/// </summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    private const string Plain = "complaints-session";

    private readonly IDataProtector seal = protection.CreateProtector("complaints.session");

    /// <summary>The session this browser brings; null if it brings none, or one that is not ours.</summary>
    public Session? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookies.NameOf(http.Request, Plain)] is { Length: > 0 and < 2_000 } value
                && seal.Unprotect(value).Split('\n') is [var who, var persona, var begun, var seen]
                    ? new Session(who, persona.Length > 0 ? persona : null, At(begun), At(seen))
                    : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Gives a session to the browser.</summary>
    public void Keep(HttpContext http, Session session)
    {
        var text = string.Join('\n', session.Who, session.Persona, Text(session.BegunAt), Text(session.SeenAt));
        http.Response.Cookies.Append(Cookies.NameOf(http.Request, Plain), seal.Protect(text), Cookies.Options(http.Request, SameSiteMode.Lax));
    }

    /// <summary>Takes the session from the browser.</summary>
    public static void Drop(HttpContext http) =>
        http.Response.Cookies.Delete(Cookies.NameOf(http.Request, Plain), Cookies.Options(http.Request, SameSiteMode.Lax));

    private static string Text(Instant at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Instant At(string text) => Instant.FromUnixTimeSeconds(long.Parse(text, CultureInfo.InvariantCulture));
}
