using Azure;
using Complaints.Domain.Alerts;
using Complaints.Storage.Docket;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Docket;

/// <summary>Storage that fails, or whose answer is lost: what was saved is known to be saved, once.</summary>
public sealed class DocketFaultTests(TestStorage storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Fault.AnswerLost, 1)]
    [InlineData(Fault.AnswerLost, 2)]
    [InlineData(Fault.Unavailable, 2)]
    [InlineData(Fault.Reset, 2)]
    public async Task AddAndSave_StorageFailsAndRecovers_SaveOneSetOfEvents(Fault fault, int times)
    {
        var docket = await ADocket.MakeAsync(storage);
        await using var proxy = await docket.ProxyAsync();
        proxy.Meets = (_, target) => target.EndsWith("$batch", StringComparison.Ordinal);
        var host = docket.Host(table: docket.Through(proxy));

        proxy.Next(fault, times);
        var added = await docket.SavedAsync(new RepeatableRequest("key", "body"), host);
        await docket.VerifyAsync(added.Value.Id, 1);

        proxy.Next(fault, times);
        var saved = await docket.SaveAsync(added, ADocket.Lodge(added.Value), host);
        await docket.VerifyAsync(added.Value.Id, 2);

        // What came back is good enough to go on with.
        await docket.SaveAsync(saved, ADocket.Note(saved.Value), host);
        await docket.VerifyAsync(added.Value.Id, 3);
        Assert.Equal(2 * times, proxy.Seen.Count(each => each.Fault == fault));
    }

    [Fact]
    public async Task Save_AnswerToAWakeUpWithoutEventsIsLost_IsKnownToBeSaved()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        await using var proxy = await docket.ProxyAsync();
        proxy.Next(Fault.AnswerLost);
        var now = stored.WakeUpAt!.Value;
        var found = Watch.At(stored.Value, now, now);
        Assert.Null(found.Change);

        var saved = await docket.Host(table: docket.Through(proxy)).SaveAsync(stored, found, Stop);

        Assert.True(saved.IsAllowed(out var after));
        Assert.NotEqual(stored.WakeUpAt, after.WakeUpAt);
        Assert.Equal(after.WakeUpAt, (await docket.FindAsync(stored.Value.Id)).WakeUpAt);
    }

    [Fact]
    public async Task Save_AnswerLostAndSomebodyElseSavesBeforeTheRetry_IsKnownToBeSaved()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        await using var proxy = await docket.ProxyAsync();
        using var retry = new ManualResetEventSlim();
        var retried = new TaskCompletionSource();
        var calls = 0;
        proxy.Meets = (_, _) =>
        {
            if (Interlocked.Increment(ref calls) == 2)
            {
                retried.SetResult();
                retry.Wait(Stop);
            }

            return true;
        };
        proxy.Next(Fault.AnswerLost);
        var host = docket.Host(table: docket.Through(proxy));
        var ours = docket.SaveAsync(stored, ADocket.Lodge(stored.Value), host);

        // The first call has been carried out once the second is on its way.
        await retried.Task.WaitAsync(Stop);
        var lodged = await docket.FindAsync(stored.Value.Id);
        Assert.Equal(2, lodged.Value.Version);
        await docket.SaveAsync(lodged, ADocket.Note(lodged.Value));
        retry.Set();

        var saved = await ours;
        Assert.Equal(2, saved.Value.Version);
        await docket.VerifyAsync(stored.Value.Id, 3);

        // But it is not the newest any more, and nothing can be saved on top of it.
        var onTop = ADocket.Note(saved.Value);
        Assert.Equal(DocketStore.ChangedMeanwhile, (await host.SaveAsync(saved, onTop, onTop.Events[0].RecordedAt, null, Stop)).Refusals.Single());
    }

    [Fact]
    public async Task Save_NeverAnswered_ThrowsAndTheChainStaysWhole()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await docket.SavedAsync();
        await using var proxy = await docket.ProxyAsync();
        proxy.AtRandom(1, seed: 1, Fault.Unavailable);
        var change = ADocket.Lodge(stored.Value);

        await Assert.ThrowsAnyAsync<RequestFailedException>(() =>
            docket.Host(table: docket.Through(proxy)).SaveAsync(stored, change, change.Events[0].RecordedAt, null, Stop));

        await docket.VerifyAsync(stored.Value.Id, 1);
    }

    [Fact]
    public async Task Save_TwoHostsThroughStorageThatFailsAtRandom_KeepsExactlyWhatWasAcknowledged()
    {
        var docket = await ADocket.MakeAsync(storage);
        await using var proxy = await docket.ProxyAsync();
        DocketStore[] hosts = [docket.Host(table: docket.Through(proxy)), docket.Host(table: docket.Through(proxy))];
        var id = (await docket.SavedAsync()).Value.Id;
        proxy.AtRandom(0.3, seed: 7, Fault.AnswerLost, Fault.Reset, Fault.Unavailable);

        var saved = await Task.WhenAll(Enumerable.Range(0, 60).Select(async number =>
        {
            var host = hosts[number % 2];
            var read = await docket.FindAsync(id, host);
            var change = ADocket.Note(read.Value);
            return (await host.SaveAsync(read, change, change.Events[0].RecordedAt, null, Stop)).IsAllowed(out _);
        }));

        proxy.Heal();
        Assert.Contains(true, saved);
        await docket.VerifyAsync(id, 1 + saved.Count(each => each));
    }
}
