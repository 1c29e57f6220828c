using System.Net;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Pages;

/// <summary>A form that was opened here can be sent there, and after a restart: all hosts sign with the same keys, which lie sealed.</summary>
public sealed class FormKeyTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const string First = "one:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private const string Second = "two:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Form_OfOneHost_IsTakenByAnotherAndAfterARestart()
    {
        var cookies = new CookieContainer();
        Shown form;

        await using (var first = await StartAsync(First))
        await using (var second = await StartAsync(First))
        {
            using var here = new Browser(first.Http.BaseAddress!, cookies, "en");
            using var there = new Browser(second.Http.BaseAddress!, cookies, "en");
            form = await here.OpenAsync("/sign-in");
            AssertTaken(await there.SendAsync(form));
        }

        await using var third = await StartAsync($"{Second},{First}");
        using var later = new Browser(third.Http.BaseAddress!, cookies, "en");
        AssertTaken(await later.SendAsync(form));

        var keys = new StorageAccount(storage.Direct).FormKeys;
        var texts = keys.GetBlobs(cancellationToken: Stop).Select(each => keys.GetBlobClient(each.Name).DownloadContent(Stop).Value.Content.ToString()).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, each => Assert.StartsWith("sealed:two:", each, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Session_OfOneHost_IsKnownToAnother()
    {
        var cookies = new CookieContainer();
        await using var first = await StartAsync(First);
        await using var second = await StartAsync(First);
        using var here = new Browser(first.Http.BaseAddress!, cookies, "en");
        using var there = new Browser(second.Http.BaseAddress!, cookies, "en");

        var page = await here.OpenAsync("/sign-in");
        await here.SendAsync(page, ("persona", "newcomer"));

        Assert.Equal(403, (await there.OpenAsync("/register")).Status);
    }

    // It comes back to be filled in: its token was good.
    private static void AssertTaken(Shown sent)
    {
        Assert.Equal(400, sent.Status);
        Assert.Contains("Choose an answer", sent.Text, StringComparison.Ordinal);
    }

    private Task<TrackerProcess> StartAsync(string keys) => TrackerProcess.StartAsync(
        storage.Direct, new Dictionary<string, string?> { ["COMPLAINTS_VAULT_KEYS"] = keys }, Stop);
}
