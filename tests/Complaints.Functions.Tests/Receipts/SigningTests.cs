using System.Net.Http;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Somebody with the keys of the account has changed the record, and asks the tracker to sign it.</summary>
[Collection(typeof(Still))]
public sealed class SigningTests(StillTracker still)
{
    private static readonly Dictionary<string, Func<DocketRows, Task>> Tamperings = new(StringComparer.Ordinal)
    {
        ["the head's last hash"] = rows => rows.SetAsync(rows.Head, "LastHash", new string('0', 64)),
        ["the head's events"] = rows => rows.ChangeAsync(rows.Head, "Snapshot", "application/pdf", "application/pdg"),
        ["a byte of an event"] = rows => rows.ChangeAsync(rows.Event(3), "Event", "counter", "courier"),
        ["an event deleted"] = rows => rows.RemoveAsync(rows.Event(2)),
        ["the last event deleted"] = rows => rows.RemoveAsync(rows.Event(4)),
        ["an event more than the head knows"] = rows => rows.CopyAsync(rows.Event(4), rows.Event(5)),
    };

    private readonly Tracker tracker = still.Tracker;

    [Theory]
    [InlineData("the head's last hash")]
    [InlineData("the head's events")]
    [InlineData("a byte of an event")]
    [InlineData("an event deleted")]
    [InlineData("the last event deleted")]
    [InlineData("an event more than the head knows")]
    public async Task Read_RecordDoesNotHoldTogether_SignsNothing(string tampering)
    {
        var (complaint, rows) = await ACaseAsync();
        await Tamperings[tampering](rows);

        var refused = await tracker.GetAsync($"{complaint.Path}/receipt");

        Assert.Equal((500, "record.broken"), (refused.Status, refused.Codes.Single()));
        Assert.DoesNotContain("signature", refused.Text, StringComparison.Ordinal);
        await tracker.Process.Lines.FindAsync($"The events of {complaint.Id.ToUpperInvariant()} are not those of its head: no receipt was signed.", TestContext.Current.CancellationToken);
    }

    // The head is put back to an earlier day whole, and the events after it are left.
    [Fact]
    public async Task Read_HeadPutBack_SignsNothing()
    {
        var (complaint, rows) = await ACaseAsync();
        var early = await rows.ReadAsync(rows.Head);
        await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-18T16:00:00+06:00", by = "complainant", forum = "CEC" });
        Assert.Equal(200, (await tracker.GetAsync($"{complaint.Path}/receipt")).Status);
        await rows.WriteAsync(early);

        var refused = await tracker.GetAsync($"{complaint.Path}/receipt");

        Assert.Equal((500, "record.broken"), (refused.Status, refused.Codes.Single()));
    }

    [Fact]
    public async Task EveryDoor_RecordDoesNotHoldTogether_RefusesAndLeavesTheCodeThatHolds()
    {
        var (complaint, rows) = await ACaseAsync();
        var code = await AFollower.CodeAsync(tracker, complaint);
        var hash = (string)(await rows.ReadAsync(rows.Head))["LastHash"];
        await Tamperings["the head's last hash"](rows);
        using var follower = new AFollower(tracker);

        var page = await tracker.SendAsync(HttpMethod.Get, $"complaints/{complaint.Id}/receipt", null, ("Accept", "text/html"));
        var bundle = await tracker.GetAsync($"{complaint.Path}/bundle");
        var another = await tracker.SendAsync(HttpMethod.Post, $"{complaint.Path}/code", null);
        using var followed = await follower.TryAsync(complaint.Id, code);
        await rows.SetAsync(rows.Head, "LastHash", hash);

        Assert.Equal((500, 500, 500, 500), (page.Status, bundle.Status, another.Status, (int)followed.StatusCode));
        Assert.Contains("does not hold together, so nothing is signed", page.Text, StringComparison.Ordinal);
        Assert.Equal("record.broken", bundle.Codes.Single());
        Assert.Equal(200, await follower.StatusAsync(complaint.Id, code));
    }

    // Between the head and its events another step is saved: that is no fault.
    [Fact]
    public async Task Read_WhileStepsAreTaken_IsSigned()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var enough = new CancellationTokenSource();
        var work = HoldAndFreeAsync(complaint, enough.Token);

        for (var round = 0; round < 60; round++)
        {
            var answer = await tracker.GetAsync($"{complaint.Path}/receipt");
            Assert.True(answer.Status == 200, answer.Text);
        }

        await enough.CancelAsync();
        await work;
    }

    private async Task HoldAndFreeAsync(AComplaint complaint, CancellationToken enough)
    {
        for (var held = true; !enough.IsCancellationRequested; held = !held)
        {
            var set = await tracker.PostAsync($"{complaint.Path}/hold", new { set = held, reason = held ? "court_order" : "order_lifted" });
            Assert.True(set.Status == 200, set.Text);
        }
    }

    private async Task<(AComplaint Complaint, DocketRows Rows)> ACaseAsync()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(tracker, election);
        return (complaint, new DocketRows(new StorageAccount(tracker.Storage).Docket, election, complaint.Id));
    }
}
