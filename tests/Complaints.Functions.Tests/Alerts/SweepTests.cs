using Azure.Data.Tables;
using Complaints.Functions.Tests.Docket;
using Complaints.Storage;
using Complaints.Storage.Docket;

namespace Complaints.Functions.Tests.Alerts;

/// <summary>The sweep costs what is due and nothing else, and doing it twice or at two hosts does no harm.</summary>
public sealed class SweepTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Sweep_NothingDue_IsOneRequestPerElectionAndShardHoweverMuchThereIs()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var elections = new[] { await tracker.AnElectionAsync(), await tracker.AnElectionAsync() };

        for (var each = 0; each < 20; each++)
        {
            await AComplaint.RecordedAsync(tracker, elections[each % 2]);
        }

        Assert.Equal(await ShardsAsync(), await RequestsOfASweepAsync(tracker));

        for (var each = 0; each < 20; each++)
        {
            await AComplaint.RecordedAsync(tracker, elections[each % 2]);
        }

        Assert.Equal(await ShardsAsync(), await RequestsOfASweepAsync(tracker));
    }

    [Fact]
    public async Task Sweep_SomeDue_IsAReadAndASaveMoreForEach()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var election = await tracker.AnElectionAsync();

        for (var each = 0; each < 5; each++)
        {
            await AComplaint.RecordedAsync(tracker, election);
        }

        // Three days before the time for filing runs out under its earliest reading.
        await tracker.SetClockAsync("2020-12-17T00:00:00+06:00");
        var due = (await storage.RowsAsync("w:")).Count(row => string.CompareOrdinal(row.RowKey, "w:20201216T180000001Z") < 0);

        Assert.True(due >= 5);
        Assert.Equal(await ShardsAsync() + (2 * due), await RequestsOfASweepAsync(tracker));
        Assert.Equal(await ShardsAsync(), await RequestsOfASweepAsync(tracker));
    }

    // Put back by a restore or another hand, it is no wake-up of the complaint: what the head names stays when it was.
    [Fact]
    public async Task Sweep_AWakeUpThatTheHeadDoesNotKnow_IsForgottenAndChangesNothing()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var (own, head) = (await WakeUpAsync(complaint), Assert.Single(await storage.RowsAsync($"c:{complaint.Id}")));
        await new StorageAccount(storage.Direct).Docket.AddEntityAsync(
            new TableEntity(own.PartitionKey, $"w:20201201T000000000Z:{complaint.Id}"), TestContext.Current.CancellationToken);

        await tracker.SweepAsync();

        Assert.Equal(own.RowKey, (await WakeUpAsync(complaint)).RowKey);
        Assert.Equal(head.ETag, Assert.Single(await storage.RowsAsync($"c:{complaint.Id}")).ETag);
    }

    [Fact]
    public async Task Sweep_TwoTrackersAtOnce_TakeEachStepOnce()
    {
        await using var one = await Tracker.StartAsync(storage.Direct);
        await using var other = await Tracker.StartAsync(storage.Direct);
        await one.SetClockAsync("2020-12-14T12:00:00+06:00");
        var election = await one.AnElectionAsync();
        var complaints = new List<AComplaint>();

        for (var each = 0; each < 12; each++)
        {
            complaints.Add(await AComplaint.RecordedAsync(one, election));
            await complaints[^1].LodgeAsync();
        }

        // Past every reading of the five days that the commission has.
        await one.SetClockAsync("2020-12-23T00:00:00+06:00");
        await other.SetClockAsync("2020-12-23T00:00:00+06:00");
        await Task.WhenAll(one.SweepAsync(), other.SweepAsync());

        var outbox = await storage.RowsAsync("o:");
        var wakeUps = await storage.RowsAsync("w:");

        foreach (var complaint in complaints)
        {
            Assert.Equal(["Recorded", "Lodge", "LimitPassed"], await complaint.HistoryAsync());
            Assert.Single(outbox.Select(row => row.GetString("Alert")), alert => IsOf(alert, complaint) && alert.Contains("DecisionOverdue", StringComparison.Ordinal));
            Assert.True(wakeUps.Count(row => row.RowKey.EndsWith(complaint.Id, StringComparison.Ordinal)) <= 1);
        }
    }

    private async Task<TableEntity> WakeUpAsync(AComplaint complaint) =>
        Assert.Single(await storage.RowsAsync("w:"), row => row.RowKey.EndsWith(complaint.Id, StringComparison.Ordinal));

    private static bool IsOf(string alert, AComplaint complaint) => alert.Contains(complaint.Id, StringComparison.Ordinal);

    /// <summary>How many shards all elections of the account have together.</summary>
    private async Task<int> ShardsAsync()
    {
        using var elections = new ElectionStore(new StorageAccount(storage.Direct).Elections, TimeProvider.System);
        return (await elections.AllAsync(TestContext.Current.CancellationToken)).Count * DueStore.Shards.Length;
    }

    private async Task<int> RequestsOfASweepAsync(Tracker tracker)
    {
        var before = storage.Proxy.Seen.Count;
        await tracker.SweepAsync();
        return storage.Proxy.Seen.Count - before;
    }
}
