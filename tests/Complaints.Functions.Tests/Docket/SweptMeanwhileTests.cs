using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A host's sweep saves between a person's reading and saving. The account is its own: no other sweep comes in between.</summary>
public sealed class SweptMeanwhileTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_SweptBetweenReadAndSave_IsTakenAllTheSame()
    {
        var (answer, history) = await TakeWhileSweptAsync();

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal(["Recorded", "Lodge", "LimitPassed", "Decide", "Retracted"], history);
    }

    [Fact]
    public async Task Take_SweptBetweenReadAndSaveAtTheVersionRead_IsToldThatItIsStale()
    {
        var (answer, history) = await TakeWhileSweptAsync(("If-Match", "\"2\""));

        Assert.Equal((412, "record.version-stale"), (answer.Status, answer.Codes.Single()));
        Assert.Equal(["Recorded", "Lodge", "LimitPassed"], history);
    }

    /// <summary>Reports a decision, and lets another host take <c>LimitPassed</c> after the complaint was read and before it is saved.</summary>
    private async Task<(Answer Answer, IReadOnlyList<string?> History)> TakeWhileSweptAsync(params (string Name, string Value)[] headers)
    {
        await using var proxy = await FaultyProxy.StartAsync(new StorageAccount(storage.Direct).Docket.Uri, cancellationToken: Stop);
        await using var slow = await Tracker.StartAsync(storage.Direct, proxy.Through(storage.Direct));
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await complaint.LodgeAsync();

        proxy.Meets = (method, target) => method == "POST" && target.EndsWith("$batch", StringComparison.Ordinal);
        proxy.Next(Fault.Hold);
        var decide = new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" };
        var taking = slow.PostAsync($"{complaint.Path}/steps", decide, headers);
        await Tracker.UntilAsync(() => Task.FromResult(proxy.Seen.Any(each => each.Fault == Fault.Hold)));
        await Tracker.UntilAsync(async () =>
        {
            await tracker.SweepAsync();
            return (await complaint.ReadAsync()).Position() == "Commission/Unanswered";
        });
        proxy.Release();
        return (await taking, await complaint.HistoryAsync());
    }
}
