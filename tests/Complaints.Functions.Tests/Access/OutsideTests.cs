using System.Net.Http;
using System.Text;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Access;

/// <summary>The tracker outside development: no personas, cookies for TLS alone, and sign-in by the platform.</summary>
public sealed class OutsideTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_WhateverBelongsToALaptop_IsNotThere()
    {
        await using var tracker = await StartAsync("Production");

        var unknown = await SendAsync(tracker, "GET", "/some/where");

        foreach (var (method, path) in new[] { ("GET", "/sign-in"), ("POST", "/sign-in"), ("POST", "/sign-out"), ("POST", "/api/dev/clock") })
        {
            var answer = await SendAsync(tracker, method, path, body: method == "POST" ? "persona=administrator" : null);
            Assert.Equal((path, 404), (path, answer.Status));
        }

        Assert.Equal(unknown.Text.Replace("%2Fsome%2Fwhere", "%2F", StringComparison.Ordinal).Replace("/some/where", "/sign-in", StringComparison.Ordinal), (await SendAsync(tracker, "GET", "/sign-in")).Text);
        Assert.Equal(401, (await SendAsync(tracker, "GET", "/complaints/new")).Status);
    }

    // One of both names is not enough.
    [Theory]
    [InlineData("Development", "Production")]
    [InlineData("Production", "Development")]
    public async Task Outside_WithOneNameOfDevelopment_IsNoLaptop(string dotnet, string functions)
    {
        await using var tracker = await StartAsync(dotnet, functions);

        Assert.Equal(404, (await SendAsync(tracker, "GET", "/sign-in")).Status);
        Assert.Equal(401, (await SendAsync(tracker, "GET", "/complaints/new")).Status);
    }

    [Fact]
    public async Task Outside_WithoutAuthentication_BelievesNoHeader()
    {
        await using var tracker = await StartAsync("Production", authenticated: false);

        Assert.Equal(401, (await SendAsync(tracker, "GET", "/complaints/new", principal: SignedIn(0))).Status);
        Assert.DoesNotContain("/.auth/", (await SendAsync(tracker, "GET", "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_EveryCookie_IsKeptToThisHostAndTls()
    {
        await using var tracker = await StartAsync("Production");

        var cookies = (await SendAsync(tracker, "GET", "/complaints/new?lang=kk", principal: SignedIn(0))).Cookies;

        Assert.Equal(["__Host-complaints-form", "__Host-complaints-session", "__Host-lang"], cookies.Select(each => each.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(cookies, each =>
        {
            Assert.Contains("; secure", each, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", each, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", each, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(each.Contains("form", StringComparison.Ordinal) ? "; samesite=strict" : "; samesite=lax", each, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", each, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("max-age=", each, StringComparison.OrdinalIgnoreCase); // none stays on the device
            Assert.DoesNotContain("expires=", each, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Outside_SignInAndOut_AreThePlatforms()
    {
        await using var tracker = await StartAsync("Production");

        var stranger = await SendAsync(tracker, "GET", "/complaints/new");
        var ended = await SendAsync(tracker, "GET", "/complaints/new", principal: SignedIn(31));
        var known = await SendAsync(tracker, "GET", "/complaints/new", principal: SignedIn(0));

        Assert.Equal((401, 401, 200), (stranger.Status, ended.Status, known.Status));
        Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=%2Fcomplaints%2Fnew\"", stranger.Text, StringComparison.Ordinal);
        Assert.Contains(
            "href=\"/.auth/logout?post_logout_redirect_uri=%2F.auth%2Flogin%2Faad%3Fpost_login_redirect_uri%3D%252Fcomplaints%252Fnew\"", ended.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/.auth/logout?post_logout_redirect_uri=%2F\"", known.Text, StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", known.Hsts);
        Assert.DoesNotContain("=%2F%2Felsewhere", (await SendAsync(tracker, "GET", $"{tracker.Http.BaseAddress}/elsewhere.example/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_AForm_IsTakenWithItsCookies()
    {
        await using var tracker = await StartAsync("Production");
        const string Election = """{ "id": "outside", "code": "XTS", "name": "Outside", "rulebook": "KZ-2020", "electionDay": "2021-01-10" }""";
        var opened = await SendAsync(tracker, "POST", "/api/elections", Election, SignedIn(0, "administrator"), type: "application/json");
        Assert.True(opened.Status == 201, opened.Text);
        var page = await SendAsync(tracker, "GET", "/complaints/new", principal: SignedIn(0));
        var token = System.Text.RegularExpressions.Regex.Match(page.Text, "name=\"_token\" value=\"([^\"]+)\"").Groups[1].Value;
        var cookies = string.Join("; ", page.Cookies.Select(each => each.Split(';')[0]));

        var sent = await SendAsync(tracker, "POST", "/complaints/drafts", $"_token={Uri.EscapeDataString(token)}&matter=complaint", SignedIn(0), cookies);
        var without = await SendAsync(tracker, "POST", "/complaints/drafts", $"_token={Uri.EscapeDataString(token)}&matter=complaint", SignedIn(0));

        Assert.Equal((303, 400), (sent.Status, without.Status));
    }

    private static string SignedIn(int minutesAgo, string role = "observer") => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        $$"""{ "claims": [ { "typ": "sub", "val": "outside-1" }, { "typ": "roles", "val": "{{role}}" }, { "typ": "iat", "val": "{{TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo).ToUnixTimeSeconds()}}" } ] }"""));

    private static async Task<Sent> SendAsync(
        TrackerProcess tracker, string method, string path, string? body = null, string? principal = null, string? cookies = null, string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
        request.Headers.Add("Cookie", cookies ?? "lang=en");
        using var answer = await tracker.Http.SendAsync(request, Stop);
        return new Sent(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(Stop),
            answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [],
            answer.Headers.TryGetValues("Strict-Transport-Security", out var hsts) ? hsts.Single() : null);
    }

    private Task<TrackerProcess> StartAsync(string dotnet, string? functions = null, bool authenticated = true) => TrackerProcess.StartAsync(
        storage.Direct,
        new Dictionary<string, string?>(Outside.Keys.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value)))
        {
            ["DOTNET_ENVIRONMENT"] = dotnet,
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = functions ?? dotnet,
            ["WEBSITE_AUTH_ENABLED"] = authenticated ? "true" : null,
        },
        Stop);

    private sealed record Sent(int Status, string Text, IReadOnlyList<string> Cookies, string? Hsts);
}
