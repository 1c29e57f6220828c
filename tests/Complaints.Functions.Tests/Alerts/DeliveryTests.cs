using Azure.Data.Tables;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;

namespace Complaints.Functions.Tests.Alerts;

/// <summary>A notice goes from the outbox to the log of deliveries, and is not handed out once it is untrue.</summary>
public sealed class DeliveryTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Deliver_NoticeOfALimitNearing_IsLoggedAndMoved()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await tracker.SetClockAsync("2020-12-17T00:00:00+06:00");

        await tracker.SweepAsync();
        var notices = await OfAsync("o:", complaint);
        Assert.Equal(2, notices.Count); // one for each forum where it may be filed
        await DeliverAsync(tracker, complaint);

        var delivered = await OfAsync("a:", complaint);
        Assert.Equal(["logged", "logged"], delivered.Select(row => row.GetString("Became")));
        using var browser = new Browser(tracker);
        var page = await browser.OpenAsync($"/complaints/{complaint.Id}/alerts");
        Assert.Contains("The time to file runs out: Territorial election commission", page.Text, StringComparison.Ordinal);
        Assert.Contains("written to the tracker’s log", page.Text, StringComparison.Ordinal);
        Assert.All(delivered, row => Assert.Contains(tracker.Process.Lines.All, line => line.Contains($"Alert {IdOf(row)}: {complaint.Id.ToUpperInvariant()} FilingDueSoon", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deliver_NoticeThatARetractionMadeUntrue_IsWithdrawnAndNotLogged()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-14T12:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();
        await tracker.SetClockAsync("2020-12-23T00:00:00+06:00");
        await tracker.SweepAsync();
        Assert.Contains(await OfAsync("o:", complaint), row => row.GetString("Alert").Contains("DecisionOverdue", StringComparison.Ordinal));

        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" });
        Assert.Equal(["Recorded", "Lodge", "LimitPassed", "Decide", "Retracted"], await complaint.HistoryAsync());
        await DeliverAsync(tracker, complaint);

        var overdue = (await OfAsync("a:", complaint)).Single(row => row.GetString("Alert").Contains("DecisionOverdue", StringComparison.Ordinal));
        Assert.Equal("withdrawn", overdue.GetString("Became"));
        Assert.DoesNotContain(tracker.Process.Lines.All, line => line.Contains($"Alert {IdOf(overdue)}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Deliver_CorrectedSinceItFellDue_TellsOfTheEarlierMomentAndOfNothingTwice()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-14T12:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();
        await tracker.SetClockAsync("2020-12-23T00:00:00+06:00");

        // The wake-up of the first moment is due and has not been swept.
        await complaint.TakeAsync(new { step = "Correct", at = "2020-12-22T10:00:00+06:00", @event = 2, reason = "misread", @new = new { at = "2020-12-11T10:00:00+06:00" } });
        await tracker.SweepAsync();
        var overdue = Assert.Single(await OfAsync("o:", complaint), row => row.GetString("Alert").Contains("DecisionOverdue", StringComparison.Ordinal));
        await DeliverAsync(tracker, complaint);
        await new Complaints.Storage.StorageAccount(storage.Direct).Docket.AddEntityAsync(
            new TableEntity(overdue.PartitionKey, overdue.RowKey) { ["Alert"] = overdue.GetString("Alert") }, TestContext.Current.CancellationToken);
        await DeliverAsync(tracker, complaint);

        Assert.Single(tracker.Process.Lines.All, line => line.Contains($"Alert {IdOf(overdue)}:", StringComparison.Ordinal));
    }

    private static string IdOf(TableEntity row) => row.RowKey[(row.RowKey.LastIndexOf(':') + 1)..];

    private async Task DeliverAsync(Tracker tracker, AComplaint complaint)
    {
        await tracker.RunTimerAsync("DeliverAlerts");
        await Tracker.UntilAsync(async () => (await OfAsync("o:", complaint)).Count == 0);
    }

    private async Task<IReadOnlyList<TableEntity>> OfAsync(string prefix, AComplaint complaint) =>
        [.. (await storage.RowsAsync(prefix)).Where(row => row.GetString("Alert").Contains(complaint.Id, StringComparison.Ordinal))];
}
