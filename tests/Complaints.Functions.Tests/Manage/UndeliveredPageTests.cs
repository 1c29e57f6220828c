using Azure;
using Azure.Data.Tables;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Manage;

/// <summary>The page of notices that could not be handed out: why, since when, once more, or given up.</summary>
public sealed class UndeliveredPageTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Alerts_OfAComplaintThatCannotBeRead_AreShownRetriedAndGivenUpWhileTheOthersGoOut()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var election = await tracker.AnElectionAsync();
        var (broken, whole) = (await AComplaint.RecordedAsync(tracker, election), await AComplaint.RecordedAsync(tracker, election));
        await tracker.SetClockAsync("2020-12-17T00:30:00+06:00");
        await tracker.SweepAsync();
        var head = (await storage.RowsAsync($"c:{broken.Id}")).Single();
        var good = head.GetBinary("Snapshot");
        await PutAsync(head, "broken"u8.ToArray());
        using var browser = new Browser(tracker, Sign.As("coordinator", "alerts-coordinator"));
        var address = $"/manage/elections/{election.Id}/alerts";

        var untried = await browser.OpenAsync(address);
        Assert.Contains("the timer that hands out alerts has not run", untried.Text, StringComparison.Ordinal);
        Assert.Contains(whole.Id.ToUpperInvariant(), untried.Text, StringComparison.Ordinal);

        var retried = await browser.PostAsync(address, untried.Held.First(each => each.Name == "_token"));
        Assert.Equal((303, address), (retried.Status, retried.Location));
        var left = await browser.OpenAsync(address);

        Assert.Contains("The complaint cannot be read.", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Id.ToUpperInvariant(), left.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await OutboxAsync(broken)).Count);

        var alert = (await OutboxAsync(broken))[0].RowKey.Split(':')[^1];
        var noReason = await browser.SendAsync(left, ("notice", alert));
        Assert.Equal(400, noReason.Status);
        Assert.Contains("id=\"reason-error\"", noReason.Html, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SendAsync(left, ("notice", alert), ("reason", "the record is being mended"))).Status);

        var closed = (await storage.RowsAsync($"a:{broken.Id}")).Single();
        Assert.Equal(("given up", "the record is being mended"), (closed.GetString("Became"), closed.GetString("Reason")));
        Assert.StartsWith("u-", closed.GetString("By"), StringComparison.Ordinal);

        await PutAsync(head, good);
        await browser.PostAsync(address, left.Held.First(each => each.Name == "_token"));
        Assert.Contains("Nothing is waiting", (await browser.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync(broken));
    }

    [Fact]
    public async Task Alerts_OfAnotherElection_AreNotShown()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        using var chief = new Browser(tracker, Sign.As("administrator", "alerts-chief"));
        await chief.SendAsync(await chief.OpenAsync($"/manage/elections/{election.Id}/team"), ("_person", "alerts-somebody"), ("roles", "coordinator"));
        using var other = new Browser(tracker, Sign.As("coordinator", "alerts-other"));

        Assert.Equal(403, (await other.OpenAsync($"/manage/elections/{election.Id}/alerts")).Status);
        Assert.Equal(404, (await chief.OpenAsync("/manage/elections/nowhere/alerts")).Status);
    }

    private async Task PutAsync(TableEntity head, byte[]? snapshot)
    {
        var changed = new TableEntity(head.PartitionKey, head.RowKey) { ["Snapshot"] = snapshot };
        await new StorageAccount(storage.Direct).Docket.UpdateEntityAsync(changed, ETag.All, TableUpdateMode.Merge, TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<TableEntity>> OutboxAsync(AComplaint complaint) =>
        [.. (await storage.RowsAsync("o:")).Where(row => row.GetString("Alert").Contains(complaint.Id, StringComparison.Ordinal))];
}
