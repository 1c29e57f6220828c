using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A browser without script: keeps cookies, fills in the forms of pages, follows no redirect by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;

    public Browser(Tracker tracker, string? language = null)
        : this(tracker.Http.BaseAddress!, new CookieContainer(), language)
    {
    }

    /// <summary>The browser of somebody who is signed in.</summary>
    public Browser(Tracker tracker, params (string Name, string Value)[] headers)
        : this(tracker)
    {
        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.Add(name, value);
        }
    }

    public Browser(Uri address, CookieContainer cookies, string? language = null)
    {
        Cookies = cookies;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = cookies }) { BaseAddress = address };

        if (language is not null)
        {
            http.DefaultRequestHeaders.Add("Accept-Language", language);
        }
    }

    public CookieContainer Cookies { get; }

    public void Dispose() => http.Dispose();

    public async Task<Shown> OpenAsync(string path) => await Shown.OfAsync(path, await http.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Sends the form of a page: what it holds, with these fields filled in over it.</summary>
    public Task<Shown> SendAsync(Shown page, params (string Name, string Value)[] fields)
    {
        var given = fields.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        return PostAsync(page.Action, [.. page.Held.Where(each => !given.Contains(each.Name)), .. fields]);
    }

    /// <summary>Sends the form of a page with a file, as a browser does: its fields in their order, the file where it stands.</summary>
    public async Task<Shown> UploadAsync(Shown page, byte[] file, string? address = null, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();

        foreach (var (name, value) in page.Held.Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(file), "file", "a file.csv");
        return await Shown.OfAsync(address ?? page.Action, await http.PostAsync(address ?? page.Action, form, TestContext.Current.CancellationToken));
    }

    public async Task<Shown> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        return await Shown.OfAsync(path, await http.PostAsync(path, form, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends fields and then a file, as the form of a page does.</summary>
    public async Task<Shown> UploadAsync(string path, (string Name, string Value)[] fields, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent();

        foreach (var field in fields)
        {
            form.Add(new StringContent(field.Value), field.Name);
        }

        form.Add(new ByteArrayContent(content), "file", name);
        return await Shown.OfAsync(path, await http.PostAsync(path, form, TestContext.Current.CancellationToken));
    }
}

/// <summary>A page as a browser got it.</summary>
internal sealed partial record Shown(string Path, int Status, string Html, string? Location, HttpResponseMessage Response)
{
    public string Language => Lang().Match(Html).Groups[1].Value;

    public string Title => WebUtility.HtmlDecode(TitleTag().Match(Html).Groups[1].Value);

    /// <summary>What can be read on it, without tags.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    /// <summary>The address the page's form is sent to.</summary>
    public string Action => WebUtility.HtmlDecode(PostForm().Match(Html).Groups[1].Value);

    /// <summary>What the page's form holds as a browser would send it: hidden and text fields, what is chosen and what is ticked.</summary>
    public IEnumerable<(string Name, string Value)> Held
    {
        get
        {
            var form = Html[PostForm().Match(Html).Index..];

            foreach (Match input in Input().Matches(form))
            {
                var (type, name, value) = (Attribute(input.Value, "type"), Attribute(input.Value, "name"), Attribute(input.Value, "value"));

                if (type is "hidden" or "text" || input.Value.Contains(" checked", StringComparison.Ordinal))
                {
                    yield return (name, value);
                }
            }

            foreach (Match area in Area().Matches(form))
            {
                yield return (Attribute(area.Groups[1].Value, "name"), WebUtility.HtmlDecode(area.Groups[2].Value).TrimStart('\n'));
            }

            foreach (Match select in Select().Matches(form))
            {
                yield return (Attribute(select.Groups["tag"].Value, "name"), Attribute(Chosen().Match(select.Groups["options"].Value).Value, "value"));
            }
        }
    }

    public string Holds(string name) => Held.FirstOrDefault(each => each.Name == name).Value ?? "";

    public static async Task<Shown> OfAsync(string path, HttpResponseMessage response) => new(
        path,
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.ToString(),
        response);

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"""\b{name}="([^"]*)" """.Trim()).Groups[1].Value);

    [GeneratedRegex("<html lang=\"([a-z]+)\"")]
    private static partial Regex Lang();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex TitleTag();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"")]
    private static partial Regex PostForm();

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea ([^>]*)>([^<]*)</textarea>")]
    private static partial Regex Area();

    [GeneratedRegex("<select (?<tag>[^>]*)>(?<options>.*?)</select>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]* selected[^>]*>")]
    private static partial Regex Chosen();
}
