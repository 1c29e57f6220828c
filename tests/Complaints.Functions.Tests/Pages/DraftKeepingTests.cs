using System.Globalization;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Pages;

/// <summary>How long a draft is kept, what is left of it afterwards, and what becomes of one whose sending was interrupted.</summary>
public sealed class DraftKeepingTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly (string Name, string Value) Observer = Sign.As("observer", "keeping-a");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private StorageAccount Account => new(storage.Direct);

    [Fact]
    public async Task Draft_NobodyChanges_IsKeptThirtyDaysAndThenLeavesNothing()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = new Election { Id = "keeping", Code = "KEEP", Name = "Of drafts", Rulebook = "KZ-2020" };
        var opened = await tracker.PostAsync("api/elections", new { election.Id, election.Code, election.Name, election.Rulebook, electionDay = "2021-01-10" });
        Assert.True(opened.Status == 201, opened.Text);
        using var browser = new Browser(tracker, Observer);
        var old = await AForm.BegunAsync(browser, [.. AForm.OfAComplaint(election), ("narrative", "Old")]);
        await ADraft.UploadAsync(tracker, browser, old, "old.txt", "old"u8.ToArray(), Observer);
        var used = await AForm.BegunAsync(browser, [.. AForm.OfAComplaint(election), ("narrative", "Used")]);
        await ADraft.UploadAsync(tracker, browser, used, "used.txt", "used"u8.ToArray(), Observer);

        await tracker.SetClockAsync(In(29));
        await TidyAsync(tracker);
        using var month = new Browser(tracker, Observer); // the session of the other one has ended
        Assert.Equal("Old", (await month.OpenAsync(AForm.PageOf(old, "story"))).Holds("narrative"));
        Assert.Equal(303, (await month.SendAsync(await month.OpenAsync(AForm.PageOf(used, "story")), ("narrative", "Used again"))).Status);

        await tracker.SetClockAsync(In(31));
        using var later = new Browser(tracker, Observer);
        Assert.Equal(404, (await later.OpenAsync(AForm.PageOf(old, "story"))).Status); // also before anybody tidied up
        await TidyAsync(tracker);

        Assert.Equal((0, 0), await LeftOfAsync(old));
        Assert.Equal("Used again", (await later.OpenAsync(AForm.PageOf(used, "story"))).Holds("narrative"));
        Assert.Equal(200, (await later.SendAsync(await later.OpenAsync(AForm.PageOf(used, "check")))).Status);
        Assert.Equal((2, 0), await LeftOfAsync(used)); // what became of it, and that its key is gone
        Assert.DoesNotContain(await RowsOfAsync(used), row => row.Any(each => each.Value is byte[]));

        await tracker.SetClockAsync(In(62));
        await TidyAsync(tracker);
        Assert.Equal((0, 0), await LeftOfAsync(used));
    }

    [Fact]
    public async Task Draft_UnderNewKeys_OpensAfterRewrapping()
    {
        var (first, second) = (Entry("first"), Entry("second"));
        await using var before = await Tracker.StartAsync(storage.Direct, null, ("COMPLAINTS_VAULT_KEYS", first));
        await before.AnElectionAsync();
        using var browser = new Browser(before, Observer);
        var draft = await AForm.BegunAsync(browser, ("narrative", "Under the first key"));
        await ADraft.UploadAsync(before, browser, draft, "a.txt", "text"u8.ToArray(), Observer);

        await using (var rotating = await Tracker.StartAsync(storage.Direct, null, ("COMPLAINTS_VAULT_KEYS", $"{second},{first}")))
        {
            await rotating.RunTimerAsync("RewrapKeys");
            await rotating.Process.Lines.FindAsync("Rewrapped in drafts", Stop);
        }

        await using var after = await Tracker.StartAsync(storage.Direct, null, ("COMPLAINTS_VAULT_KEYS", second));
        using var later = new Browser(after, Observer);
        Assert.Equal("Under the first key", (await later.OpenAsync(AForm.PageOf(draft, "story"))).Holds("narrative"));
    }

    // So many batches are written; then the account is away. Sending again completes the same complaint.
    [Theory]
    [InlineData(2)] // the vault's batch and that of the complaint; then its first document fails
    [InlineData(4)] // both documents; then the end of the draft fails
    public async Task Send_InterruptedAnywhere_IsCompletedBySendingAgain(int batches)
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var election = await tracker.AnElectionAsync();
        using var browser = new Browser(tracker, Observer);
        var draft = await AForm.BegunAsync(browser, [.. AForm.OfAComplaint(election), ("narrative", "Interrupted")]);
        await ADraft.UploadAsync(tracker, browser, draft, "a.txt", "first"u8.ToArray(), Observer);
        await ADraft.UploadAsync(tracker, browser, draft, "b.txt", "second"u8.ToArray(), Observer);
        var check = await browser.OpenAsync(AForm.PageOf(draft, "check"));
        var seen = 0;

        storage.Proxy.Meets = (_, target) => target.EndsWith("$batch", StringComparison.Ordinal) && ++seen > batches;
        storage.Proxy.Next(Fault.Unavailable, 50);
        var broken = await browser.SendAsync(check);
        storage.Proxy.Heal();
        storage.Proxy.Meets = (_, _) => true;
        var answered = await browser.SendAsync(await browser.OpenAsync(AForm.PageOf(draft, "story")), ("narrative", "Changed meanwhile"));
        var sent = await browser.SendAsync(check);

        Assert.Equal(500, broken.Status);
        Assert.Equal(409, answered.Status);
        Assert.True(sent.Status == 200, sent.Text);
        Assert.NotNull(AForm.CodeIn(sent));
        var listed = await tracker.GetAsync($"api/complaints?election={election.Id}");
        Assert.Equal(1, listed.Json.GetProperty("complaints").GetArrayLength());
        var complaint = await tracker.GetAsync($"api/complaints/{AForm.IdIn(sent)}", Observer);
        Assert.Equal([5L, 6L], complaint.Json.GetProperty("documents").EnumerateArray().Select(each => each.GetProperty("size").GetInt64()));
    }

    private static string In(int days) => TimeProvider.System.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Entry(string id) => $"{id}:{Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}";

    private static async Task TidyAsync(Tracker tracker)
    {
        int Said() => tracker.Process.Lines.All.Count(line => line.Contains("Tidied up:", StringComparison.Ordinal));
        var before = Said();
        await tracker.RunTimerAsync("TidyUp");
        await Tracker.UntilAsync(() => Task.FromResult(Said() > before));
    }

    private async Task<IReadOnlyList<TableEntity>> RowsOfAsync(string draft) => await Account.Drafts
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {draft.Split('/')[3]}"), cancellationToken: Stop).ToListAsync(Stop);

    private async Task<(int Rows, int Blobs)> LeftOfAsync(string draft)
    {
        var id = draft.Split('/')[3];
        var blobs = await Account.DraftDocuments.GetBlobsAsync(cancellationToken: Stop).CountAsync(each => each.Name.Contains(id, StringComparison.Ordinal), Stop);
        return ((await RowsOfAsync(draft)).Count, blobs);
    }
}
