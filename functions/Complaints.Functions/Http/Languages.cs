using System.Globalization;
using Complaints.Domain;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Http;

/// <summary>
/// The language a page is shown in: the one asked for by <c>?lang=</c>, which a cookie then remembers as long as the browser is open, else the cookie's, else the first the browser
/// prefers and the tracker speaks, else English. It sets words only; numbers and dates are never read or written by a culture.
/// </summary>
internal static class Languages
{
    /// <summary>The name of the query field and of the cookie.</summary>
    public const string Name = "lang";

    /// <summary>Every language, with the tag HTML and HTTP know it by and its own name for itself.</summary>
    public static IReadOnlyList<(Language Language, string Tag, string Name)> All { get; } =
    [
        (Language.English, "en", "English"),
        (Language.Russian, "ru", "Русский"),
        (Language.Kazakh, "kk", "Қазақша"),
    ];

    /// <summary>The language of this request, as <see cref="Choose"/> has set it.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.Name) ?? Language.English;

    /// <summary>What is said in another language than that of the request.</summary>
    public static T Speaking<T>(Language language, Func<T> say)
    {
        var before = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(TagOf(language));
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>The tag of a language.</summary>
    public static string TagOf(Language language) => All.First(each => each.Language == language).Tag;

    /// <summary>The language a JSON answer about the law is told in: <c>?lang=</c>, else <c>Accept-Language</c>, else English. No cookie is read or set.</summary>
    public static Language Told(HttpContext http)
    {
        var language = Find(http.Request.Query[Name]) ?? Preferred(http.Request) ?? Language.English;
        http.Response.Headers.ContentLanguage = TagOf(language);
        return language;
    }

    /// <summary>Sets the language for everything that runs from here on in this request. Other JSON speaks English.</summary>
    public static void Choose(HttpContext http)
    {
        var language = http.IsForPeople() ? Asked(http) ?? Find(http.Request.Cookies[Cookies.NameOf(http.Request, Name)]) ?? Preferred(http.Request) ?? Language.English : Language.English;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(TagOf(language));
    }

    private static Language? Asked(HttpContext http)
    {
        if (Find(http.Request.Query[Name]) is not { } language)
        {
            return null;
        }

        http.Response.OnStarting(() =>
        {
            http.Response.Cookies.Append(Cookies.NameOf(http.Request, Name), TagOf(language), Cookies.Options(http.Request, SameSiteMode.Lax));
            return Task.CompletedTask;
        });
        return language;
    }

    private static Language? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(each => each.Quality is not 0)
        .OrderByDescending(each => each.Quality ?? 1)
        .Select(each => Find(each.Value.Value))
        .FirstOrDefault(each => each is not null);

    private static Language? Find(string? tag)
    {
        var primary = tag?.Split('-')[0];
        return All.Where(each => each.Tag.Equals(primary, StringComparison.OrdinalIgnoreCase)).Select(each => (Language?)each.Language).FirstOrDefault();
    }
}
