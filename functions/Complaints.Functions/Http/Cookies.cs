using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>
/// How the tracker's cookies are kept: out of reach of script, and over TLS under a name that no other host can set. On a laptop without TLS some
/// browsers drop such a cookie, so there the name is plain.
/// </summary>
internal static class Cookies
{
    /// <summary>What a cookie's name begins with, so that browsers take it only from this host, over TLS and for all of its paths.</summary>
    public const string HostOnly = "__Host-";

    /// <summary>The name of a cookie on this connection.</summary>
    public static string NameOf(HttpRequest request, string plain) => request.IsHttps ? HostOnly + plain : plain;

    /// <summary>A cookie for all of the tracker. It has no age and goes with the browser: nothing stays on the device.</summary>
    public static CookieOptions Options(HttpRequest request, SameSiteMode sameSite) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = sameSite,
        Secure = request.IsHttps,
    };
}
