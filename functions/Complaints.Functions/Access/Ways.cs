using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Access;

/// <summary>The addresses that lead in and out: to the personas on a laptop, to App Service Authentication elsewhere.</summary>
internal static partial class Ways
{
    private const string Platform = "/.auth/logout?post_logout_redirect_uri=";

    /// <summary>
    /// Where one signs in, to go on to this page of ours; null where nothing stands that signs anybody in. After a session has ended the platform's own cookie,
    /// which lives longer, is ended first.
    /// </summary>
    public static string? SignIn(this Surroundings surroundings, HttpContext http, string then)
    {
        var next = Uri.EscapeDataString(OursOf(then));

        if (surroundings.IsLaptop(http))
        {
            return $"/sign-in?then={next}";
        }

        var way = $"/.auth/login/{Uri.EscapeDataString(surroundings.SignInProvider)}?post_login_redirect_uri={next}";
        return !surroundings.IsAuthenticated ? null : Caller.Of(http).HasEnded ? $"{Platform}{Uri.EscapeDataString(way)}" : way;
    }

    /// <summary>Where one signs out of the platform; null on a laptop, where a form does it.</summary>
    public static string? SignOut(this Surroundings surroundings, HttpContext http) =>
        surroundings.IsAuthenticated && !surroundings.IsLaptop(http) ? $"{Platform}%2F" : null;

    /// <summary>The page of ours that is to be opened next; the start page if the address names none of ours.</summary>
    public static string Next(HttpRequest http) => OursOf(http.Query["then"].ToString());

    private static string OursOf(string address) => Ours().IsMatch(address) ? address : "/";

    // A path of this host. Two slashes or a backslash at its start would lead to another one. It is long enough for the answers of a check.
    [GeneratedRegex(@"\A/(?![/\\])[\x21-\x7e]{0,1500}\z", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ours();
}
