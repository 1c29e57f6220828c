using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>An election checked in its tables, after somebody with the keys of the account has changed them.</summary>
[Collection(typeof(Still))]
public sealed class ElectionTamperingTests(StillTracker still)
{
    private static readonly Dictionary<string, Func<DocketRows, Task>> Tamperings = new(StringComparer.Ordinal)
    {
        ["a byte of an event"] = rows => rows.ChangeAsync(rows.Event(3), "Event", "counter", "courier"),
        ["an event deleted"] = rows => rows.RemoveAsync(rows.Event(2)),
        ["an event repeated"] = rows => rows.CopyAsync(rows.Event(3), rows.Event(5)),
        ["two events exchanged"] = rows => rows.ExchangeAsync(rows.Event(2), rows.Event(3)),
        ["the tail cut off"] = rows => rows.RemoveAsync(rows.Event(4)),
        ["an event more than the head knows"] = async rows =>
        {
            await rows.RemoveAsync(rows.Event(4));
            await rows.SetAsync(rows.Head, "Version", 2);
        },
        ["the head's stage"] = rows => rows.SetAsync(rows.Head, "Stage", "Final"),
        ["the head's last hash"] = rows => rows.SetAsync(rows.Head, "LastHash", new string('0', 64)),
        ["the head's events"] = rows => rows.ChangeAsync(rows.Head, "Snapshot", "dismissed_merits", "satisfied_fully_"),
        ["the head's view for the register"] = rows => rows.ChangeAsync(rows.Head, "Register", "observer_rights.removal", "observer_rights.removed"),
        ["a column more in the head"] = rows => rows.SetAsync(rows.Head, "Note", "x"),
        ["the head deleted"] = rows => rows.RemoveAsync(rows.Head),
        ["a byte of a read"] = rows => rows.ChangeAsync(rows.Read(2), "Event", "verify_record", "verify_recorD"),
        ["a read deleted"] = rows => rows.RemoveAsync(rows.Read(1)),
        ["the last read cut off"] = rows => rows.RemoveAsync(rows.Read(3)),
        ["the last read cut off with its end"] = async rows =>
        {
            await rows.RemoveAsync(rows.Read(3));
            await rows.SetAsync(rows.EndOfReads, "Version", 2);
        },
        ["two reads exchanged"] = rows => rows.ExchangeAsync(rows.Read(1), rows.Read(2)),
        ["the end of the reads deleted"] = rows => rows.RemoveAsync(rows.EndOfReads),
    };

    private readonly Tracker tracker = still.Tracker;

    [Theory]
    [InlineData("a byte of an event", "event 3 was changed")]
    [InlineData("an event deleted", "event 2 is missing")]
    [InlineData("an event repeated", "event 3 is there twice")]
    [InlineData("two events exchanged", "event 2 is out of order")]
    [InlineData("the tail cut off", "event 4 is missing: the head tells of 4 events")]
    [InlineData("an event more than the head knows", "the head was changed: it tells of 2 events")]
    [InlineData("the head's stage", "the head is not the fold of its events: Stage")]
    [InlineData("the head's last hash", "event 4 is not the one the head tells of")]
    [InlineData("the head's events", "the head is not the fold of its events: Snapshot")]
    [InlineData("the head's view for the register", "the head is not the fold of its events: Register")]
    [InlineData("a column more in the head", "the head is not the fold of its events: Note")]
    [InlineData("the head deleted", "the head is missing")]
    [InlineData("a byte of a read", "read 2 was changed")]
    [InlineData("a read deleted", "read 1 is missing")]
    [InlineData("the last read cut off", "read 3 is missing: their end tells of 3 reads")]
    [InlineData("the last read cut off with its end", "read 2 is not the one their end tells of")]
    [InlineData("two reads exchanged", "read 1 is out of order")]
    [InlineData("the end of the reads deleted", "the end of the reads is missing")]
    public async Task Check_Tampered_NamesTheFirstBadThing(string tampering, string expected)
    {
        var election = await tracker.AnElectionAsync();
        await AComplaint.RecordedAsync(tracker, election);
        var complaint = await ACase.DecidedAsync(tracker, election);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => tracker.PostAsync($"{complaint.Path}/identity", new { purpose = "verify_record" })));
        await Tamperings[tampering](new DocketRows(new StorageAccount(tracker.Storage).Docket, election, complaint.Id));

        var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, election.Id);

        Assert.True(exitCode == 1, said);
        Assert.StartsWith($"Bad: {complaint.Id}: ", said, StringComparison.Ordinal);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.Equal(1, said.Count(each => each == '\n'));
    }

    [Fact]
    public async Task Check_Untouched_CountsWhatIsWell()
    {
        var election = await tracker.AnElectionAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AComplaint.RecordedAsync(tracker, election)));
        await ACase.DecidedAsync(tracker, election);

        var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, election.Id);

        Assert.True(exitCode == 0, said);
        Assert.StartsWith($"Well: {election.Id}, 13 complaints, 16 events, 0 reads", said, StringComparison.Ordinal);
    }

    // Between the scan of the heads and that of the events a complaint moves on; that is no fault.
    [Fact]
    public async Task Check_WhileTheTrackerWorks_FindsNothing()
    {
        var election = await tracker.AnElectionAsync();
        using var enough = new CancellationTokenSource();
        var work = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WorkAsync(election, enough.Token)));

        for (var round = 0; round < 3; round++)
        {
            var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, election.Id);
            Assert.True(exitCode == 0, said);
        }

        await enough.CancelAsync();
        await work;
    }

    private async Task WorkAsync(Election election, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await (await AComplaint.RecordedAsync(tracker, election)).LodgeAsync();
        }
    }

    [Fact]
    public async Task Check_NoSuchElection_EndsWithTwo()
    {
        var (exitCode, said) = await Verify.ElectionAsync(tracker.Storage, "no-such");

        Assert.Equal((2, true), (exitCode, said.Contains("There is no election no-such", StringComparison.Ordinal)));
    }
}
