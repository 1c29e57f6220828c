using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Access;

/// <summary>Who calls too fast is told when to come back; nobody else is.</summary>
public sealed class PaceTests(Tracker tracker)
{
    [Fact]
    public async Task Call_MoreOftenThanAllowed_IsRefusedForThatCallerAlone()
    {
        await using var host = await StartAsync(3, 60);
        var (fast, other) = (Sign.As("analyst", "pace-fast").Value, Sign.As("analyst", "pace-other").Value);

        for (var call = 0; call < 3; call++)
        {
            Assert.Equal(200, (await CallAsync(host, "api/elections", fast)).Status);
        }

        var (refused, wait) = await CallWaitAsync(host, "api/elections", fast);
        Assert.Equal((429, "request.too-many"), (refused.Status, refused.Codes.Single()));
        Assert.InRange(wait, 1, 20);
        Assert.Equal(200, (await CallAsync(host, "api/elections", other)).Status);
        Assert.Equal(200, (await CallAsync(host, "rulebooks", "nobody")).Status);
    }

    [Fact]
    public async Task Call_OfNobodyKnown_IsCountedByAddress()
    {
        await using var host = await StartAsync(60, 2);

        var statuses = new[]
        {
            (await CallAsync(host, "rulebooks", "not a principal")).Status,
            (await CallAsync(host, "api/elections", "another")).Status,
            (await CallAsync(host, "rulebooks", "not a principal")).Status,
            (await CallAsync(host, "api/elections", "a third")).Status,
        };

        Assert.Equal([200, 401, 429, 429], statuses);
    }

    // A hop of the platform's own may stand between: it is not the caller.
    [Fact]
    public async Task Call_OfNobodyKnownBehindThePlatform_IsCountedByTheAddressThePlatformSaw()
    {
        await using var host = await StartAsync(60, 1, [("DOTNET_ENVIRONMENT", "Production"), ("WEBSITE_INSTANCE_ID", "one"), .. Outside.Keys]);

        var statuses = new[] { await CallFromAsync(host, "203.0.113.1"), await CallFromAsync(host, "203.0.113.2"), await CallFromAsync(host, "198.51.100.9, 203.0.113.1") };

        Assert.Equal([200, 200, 429], statuses);
    }

    // Nobody has looked at the header there: whoever wrote another address each time would never be counted.
    [Fact]
    public async Task Call_OfNobodyKnownWhereNoPlatformStandsBefore_IsCountedByItsConnection()
    {
        await using var host = await StartAsync(60, 1, [("DOTNET_ENVIRONMENT", "Production"), .. Outside.Keys]);

        Assert.Equal((200, 429), (await CallFromAsync(host, "203.0.113.1"), await CallFromAsync(host, "203.0.113.2")));
    }

    [Fact]
    public async Task Call_OfHealthOrAFileOfPages_IsNeverCounted()
    {
        await using var host = await StartAsync(1, 1);
        var page = await CallAsync(host, "rulebooks", "not a principal");
        var file = System.Text.RegularExpressions.Regex.Match(page.Text, "href=\"/(assets/[^\"]+)\"").Groups[1].Value;

        for (var call = 0; call < 5; call++)
        {
            Assert.Equal((200, 200), ((await CallAsync(host, "api/health", "x")).Status, (await CallAsync(host, file, "x")).Status));
        }

        Assert.Equal(429, (await CallAsync(host, "rulebooks", "x")).Status);
    }

    [Fact]
    public async Task Form_SentTooFast_IsKept()
    {
        await tracker.AnElectionAsync();
        await using var host = await StartAsync(1, 60);
        using var browser = new Browser(host.Http.BaseAddress!, new System.Net.CookieContainer(), "en");
        var form = await browser.OpenAsync("/complaints/new");

        var refused = await browser.SendAsync(form, ("narrative", "What happened"));

        Assert.Equal((429, "What happened"), (refused.Status, refused.Holds("narrative")));
        Assert.Contains("Nothing was changed", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAPaceThatIsNone_IsRefused()
    {
        var (code, lines) = await HostProcess.RunToEndAsync(
            TrackerProcess.Program,
            new Dictionary<string, string?>(Outside.Keys.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value)))
            {
                ["COMPLAINTS_STORAGE"] = tracker.Storage,
                ["COMPLAINTS_CALLS_PER_MINUTE"] = "0",
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(2, code);
        Assert.Contains("COMPLAINTS_CALLS_PER_MINUTE", lines.ToString(), StringComparison.Ordinal);
    }

    private static async Task<int> CallFromAsync(TrackerProcess host, string address)
    {
        using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, "api/rulebooks");
        request.Headers.Add("X-Forwarded-For", address);
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    private static async Task<Answer> CallAsync(TrackerProcess host, string path, string principal) => (await CallWaitAsync(host, path, principal)).Answer;

    private static async Task<(Answer Answer, double Wait)> CallWaitAsync(TrackerProcess host, string path, string principal)
    {
        using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, path);
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", principal);
        var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var wait = answer.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0;
        return (await Answer.OfAsync(answer), wait);
    }

    private Task<TrackerProcess> StartAsync(int known, int unknown, IReadOnlyList<(string Name, string Value)>? others = null)
    {
        var environment = TrackerProcess.WithoutTimers();
        environment["COMPLAINTS_CALLS_PER_MINUTE"] = $"{known}";
        environment["COMPLAINTS_UNKNOWN_CALLS_PER_MINUTE"] = $"{unknown}";

        foreach (var (name, value) in others ?? [])
        {
            environment[name] = value;
        }

        return TrackerProcess.StartAsync(tracker.Storage, environment, TestContext.Current.CancellationToken);
    }
}
