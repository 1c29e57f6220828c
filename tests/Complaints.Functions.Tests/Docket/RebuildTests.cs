using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Rows that are derived from events are damaged one by one, and are afterwards what they were before.</summary>
public sealed class RebuildTests(StillTracker still) : IClassFixture<StillTracker>
{
    private const string Elsewhere = "20301224T000000000Z";

    private static readonly Dictionary<string, (string Kind, int Rows, Func<DocketRows, Notices, Task> Damage)> Damages = new(StringComparer.Ordinal)
    {
        ["a column of the head"] = ("head", 1, (rows, _) => rows.SetAsync(rows.Head, "Stage", "Final")),
        ["the rulebook of the head"] = ("head", 1, (rows, _) => rows.SetAsync(rows.Head, "Rulebook", "KZ-2021H2")),
        ["a column more in the head"] = ("head", 1, (rows, _) => rows.SetAsync(rows.Head, "Note", "x")),
        ["the head's events"] = ("head", 1, (rows, _) => rows.ChangeAsync(rows.Head, "Snapshot", "counter", "courier")),
        ["the head's view for the register"] = ("head", 1, (rows, _) => rows.ChangeAsync(rows.Head, "Register", "observer_rights.removal", "observer_rights.removed")),
        ["the head's wake-up put off"] = ("wakeUp", 1, (rows, _) => rows.SetAsync(rows.Head, "WakeUpAt", Elsewhere)),
        ["the head's wake-up unreadable"] = ("wakeUp", 1, (rows, _) => rows.SetAsync(rows.Head, "WakeUpAt", "tomorrow")),
        ["the wake-up deleted"] = ("wakeUp", 1, async (rows, _) => await rows.RemoveAsync(WakeUpOf(await rows.ReadAsync(rows.Head)))),
        ["the wake-up doubled"] = ("wakeUp", 1, async (rows, _) => await rows.CopyAsync(WakeUpOf(await rows.ReadAsync(rows.Head)), $"w:{Elsewhere}:{rows.Id}")),
        ["a wake-up of nobody"] = ("wakeUp", 1, async (rows, _) => await rows.CopyAsync(WakeUpOf(await rows.ReadAsync(rows.Head)), $"w:{Elsewhere}:zz-00000000-0")),
        ["a notice deleted"] = ("notice", 1, (rows, notices) => rows.RemoveAsync(notices.First)),
        ["a notice changed"] = ("notice", 1, (rows, notices) => notices.ChangeAsync(rows, "\"dueExclusive\":\"2020", "\"dueExclusive\":\"2021")),
        ["a notice of another forum"] = ("notice", 1, (rows, notices) => notices.ChangeAsync(rows, "\"forum\":\"TEC\"", "\"forum\":\"CEC\"")),
        ["a notice unreadable"] = ("notice", 1, (rows, notices) => notices.ChangeAsync(rows, "{", "")),
        ["a notice doubled"] = ("notice", 1, (rows, notices) => rows.CopyAsync(notices.First, $"o:{Elsewhere}:{notices.First[(notices.First.LastIndexOf(':') + 1)..]}")),
        ["a notice of nobody"] = ("notice", 1, (rows, notices) => rows.CopyAsync(notices.First, $"o:{Elsewhere}:abc")),
        ["a notice handed out already"] = ("notice", 1, (rows, notices) => notices.LogAsync(rows)),
        ["the news deleted"] = ("news", 1, (rows, notices) => notices.ForgetNewsAsync(rows)),
        ["the news of another version"] = ("news", 1, (rows, notices) => notices.ChangeNewsAsync(rows, "\"version\":3", "\"version\":9")),
        ["the news unreadable"] = ("news", 1, (rows, notices) => notices.ChangeNewsAsync(rows, "{", "")),
        ["the news of nobody"] = ("news", 1, (rows, notices) => rows.CopyAsync(notices.News, "n:20201224T000000000Z:zz-00000000-0")),
    };

    private readonly OwnStorage storage = still.Storage;

    public static TheoryData<string> Cases => [.. Damages.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Tracker Tracker => still.Tracker;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Rebuild_ARowDamaged_IsMendedAndNamed(string damage)
    {
        var (election, complaint) = await SilentAsync();
        var rows = new DocketRows(new StorageAccount(storage.Direct).Docket, election, complaint.Id);
        var (kind, count, damaging) = Damages[damage];
        Assert.Equal((0, 0), await RebuiltAsync(election));
        var before = await KeptAsync(election);
        await damaging(rows, await Notices.OfAsync(storage, complaint));

        var rebuilt = (await Tracker.PostAsync($"api/elections/{election.Id}/rebuild", "")).Json;

        Assert.Equal((count, count, 0), (rebuilt.GetProperty("mended").GetInt32(), rebuilt.GetProperty("kinds").GetProperty(kind).GetInt32(), rebuilt.GetProperty("broken").GetInt32()));
        Assert.Equal(kind, rebuilt.GetProperty("rows")[0].GetProperty("kind").GetString(), ignoreCase: true);
        Assert.Equal((0, 0), await RebuiltAsync(election));

        Assert.True(damage == "a notice handed out already" || before.SequenceEqual(await KeptAsync(election)));
    }

    // The tracker slept, and is rebuilt before it sweeps: what is owed since is not passed over.
    [Fact]
    public async Task Rebuild_AWakeUpIsDue_LeavesItForTheSweep()
    {
        var (election, complaint) = await OverdueAsync();

        Assert.Equal((0, 0), await RebuiltAsync(election));
        await Tracker.SweepAsync();
        Assert.Equal(["Recorded", "Lodge", "LimitPassed"], await complaint.HistoryAsync());
    }

    [Theory]
    [InlineData("an event changed")]
    [InlineData("an event cut off")]
    [InlineData("the head deleted")]
    [InlineData("the head's last hash")]
    public async Task Rebuild_TheEventsOrTheirEndDamaged_IsToldAndNotMended(string damage)
    {
        var (election, complaint) = await SilentAsync();
        var rows = new DocketRows(new StorageAccount(storage.Direct).Docket, election, complaint.Id);
        await (damage switch
        {
            "an event changed" => rows.ChangeAsync(rows.Event(2), "Event", "counter", "courier"),
            "an event cut off" => rows.RemoveAsync(rows.Event(3)),
            "the head deleted" => rows.RemoveAsync(rows.Head),
            _ => rows.SetAsync(rows.Head, "LastHash", new string('0', 64)),
        });
        var before = await KeptAsync(election);

        Assert.Equal((0, 1), await RebuiltAsync(election));
        Assert.Equal(before, await KeptAsync(election));
    }

    [Fact]
    public async Task Rebuild_WhileTheTrackerWorksAndTwiceAtOnce_ChangesNothing()
    {
        var election = await Tracker.AnElectionAsync();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                await (await AComplaint.RecordedAsync(Tracker, election)).LodgeAsync();
            }
        }));

        for (var round = 0; round < 4; round++)
        {
            Assert.All(await Task.WhenAll(RebuiltAsync(election), RebuiltAsync(election)), each => Assert.Equal((0, 0), each));
        }

        await enough.CancelAsync();
        await work;
    }

    [Fact]
    public async Task Rebuild_ManyRowsDamaged_TwoAtOnceMendEach()
    {
        var election = await Tracker.AnElectionAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => AComplaint.RecordedAsync(Tracker, election)));
        var before = await KeptAsync(election);
        var docket = new StorageAccount(storage.Direct).Docket;

        foreach (var row in (await storage.RowsAsync("c:")).Where(row => IsOf(row, election)))
        {
            row["Stage"] = "Final";
            await docket.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, Stop);
        }

        var both = await Task.WhenAll(RebuiltAsync(election), RebuiltAsync(election));

        Assert.Equal(60, both.Sum(each => each.Mended));
        Assert.Equal(before, await KeptAsync(election));
    }

    [Fact]
    public async Task Rebuild_TheSample_ChangesNothing()
    {
        await using var sample = await TrackerProcess.StartAsync(storage.Direct, new Dictionary<string, string?> { ["COMPLAINTS_SAMPLE"] = "kz-2021" }, Stop);

        var rebuilt = await Tracker.PostAsync("api/elections/kz-2021/rebuild", "");

        Assert.Equal((151, 0, 0), (rebuilt.Json.GetProperty("complaints").GetInt32(), rebuilt.Json.GetProperty("mended").GetInt32(), rebuilt.Json.GetProperty("broken").GetInt32()));
    }

    [Fact]
    public async Task Rebuild_ByTheTimer_SaysWhatItDidInTheLog()
    {
        var (election, complaint) = await SilentAsync();
        var rows = new DocketRows(new StorageAccount(storage.Direct).Docket, election, complaint.Id);
        await rows.SetAsync(rows.Head, "Stage", "Final");

        await Tracker.RunTimerAsync("RebuildIndexes");

        await Tracker.UntilAsync(() => Task.FromResult(Tracker.Process.Lines.All.Any(line => line.Contains($"Rebuilt {election.Id}: 1 complaints looked at, 1 rows mended", StringComparison.Ordinal))));
        Assert.Contains(Tracker.Process.Lines.All, line => line.Contains($"Head of {complaint.Id}: Stage was not what the events give", StringComparison.Ordinal));
    }

    /// <summary>A complaint that the commission did not answer: recorded, lodged, its time passed, and notices in the outbox.</summary>
    private async Task<(Election Election, AComplaint Complaint)> SilentAsync()
    {
        var (election, complaint) = await OverdueAsync();
        await Tracker.SweepAsync();
        Assert.Equal(["Recorded", "Lodge", "LimitPassed"], await complaint.HistoryAsync());
        return (election, complaint);
    }

    /// <summary>The same before anybody has seen that its time has passed.</summary>
    private async Task<(Election Election, AComplaint Complaint)> OverdueAsync()
    {
        await Tracker.SetClockAsync("2020-12-14T12:00:00+06:00");
        var election = await Tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(Tracker, election);
        await complaint.LodgeAsync();
        await Tracker.SetClockAsync("2020-12-22T00:00:00+06:00");
        return (election, complaint);
    }

    private async Task<(int Mended, int Broken)> RebuiltAsync(Election election)
    {
        var rebuilt = await Tracker.PostAsync($"api/elections/{election.Id}/rebuild", "");
        Assert.True(rebuilt.Status == 200, rebuilt.Text);
        return (rebuilt.Json.GetProperty("mended").GetInt32(), rebuilt.Json.GetProperty("broken").GetInt32());
    }

    /// <summary>Every row of an election but the news, whose hours differ, as texts.</summary>
    private async Task<IReadOnlyList<string>> KeptAsync(Election election) =>
        [.. (await storage.RowsAsync("")).Where(row => IsOf(row, election) && !row.RowKey.StartsWith("n:", StringComparison.Ordinal)).Select(Text)];

    private static string Text(TableEntity row) => row.RowKey + " " + string.Join(' ', row
        .Where(each => each.Key is not ("Timestamp" or "odata.etag"))
        .OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => $"{each.Key}={(each.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : Convert.ToString(each.Value, CultureInfo.InvariantCulture))}"));

    private static bool IsOf(TableEntity row, Election election) => row.PartitionKey.StartsWith($"{election.Id}~", StringComparison.Ordinal);

    private static string WakeUpOf(TableEntity head) => $"w:{head.GetString("WakeUpAt")}:{head.RowKey[2..]}";
}
