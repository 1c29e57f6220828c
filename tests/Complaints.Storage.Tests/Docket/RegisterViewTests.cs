using Complaints.Storage.Docket;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Docket;

/// <summary>The register in memory: never behind on what this host saves, and soon told of what others save.</summary>
public sealed class RegisterViewTests(TestStorage storage)
{
    // An instant later than every row here, so that what looks back from it finds them.
    private static readonly Instant Today = Instant.FromUtc(2030, 1, 10, 12, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_OwnSave_IsThereAtOnce()
    {
        var docket = await ADocket.MakeAsync(storage);
        var (host, view, _) = Host(docket);
        Assert.Empty(await view.ReadAsync(ADocket.Election.Id, Stop));

        var stored = await docket.SavedAsync(store: host);
        Assert.Equal((stored.Value.Id, 1), await OnlyEntryAsync(view));

        await docket.SaveAsync(stored, ADocket.Lodge(stored.Value), host);
        Assert.Equal((stored.Value.Id, 2), await OnlyEntryAsync(view));
    }

    [Fact]
    public async Task Read_AnotherHostsSave_IsThereWithTheNextLook()
    {
        var docket = await ADocket.MakeAsync(storage);
        await using var proxy = await docket.ProxyAsync();
        var clock = new SetClock(Today);
        var view = new RegisterView(docket.Through(proxy), clock);
        Assert.Empty(await view.ReadAsync(ADocket.Election.Id, Stop));
        var (other, _, _) = Host(docket);
        var stored = await docket.SavedAsync(store: other);

        clock.Now += Duration.FromSeconds(1);
        Assert.Empty(await view.ReadAsync(ADocket.Election.Id, Stop));
        Assert.Equal(16, proxy.Seen.Count);

        clock.Now += Duration.FromSeconds(1);
        Assert.Equal((stored.Value.Id, 1), await OnlyEntryAsync(view));
        Assert.Equal(32, proxy.Seen.Count);
    }

    [Fact]
    public async Task Read_OlderNewsComesLast_KeepsTheNewerEntry()
    {
        var docket = await ADocket.MakeAsync(storage);
        var (ahead, _, aheadClock) = Host(docket);
        var (behind, _, behindClock) = Host(docket);
        var (_, view, clock) = Host(docket);
        Assert.Empty(await view.ReadAsync(ADocket.Election.Id, Stop));

        // The clocks of two hosts differ by a few seconds, so the news of version 2 is dated after that of version 3.
        aheadClock.Now += Duration.FromSeconds(20);
        behindClock.Now += Duration.FromSeconds(10);
        var stored = await docket.SavedAsync(store: behind);
        var second = await docket.SaveAsync(stored, ADocket.Lodge(stored.Value), ahead);
        await docket.SaveAsync(second, ADocket.Note(second.Value), behind);

        clock.Now += Duration.FromSeconds(30);
        Assert.Equal((stored.Value.Id, 3), await OnlyEntryAsync(view));
    }

    [Fact]
    public async Task Read_AfterNewsWasTidiedUp_ReadsTheHeadsAgain()
    {
        var docket = await ADocket.MakeAsync(storage);
        var (_, view, clock) = Host(docket);
        Assert.Empty(await view.ReadAsync(ADocket.Election.Id, Stop));
        var (other, _, _) = Host(docket);
        var stored = await docket.SavedAsync(store: other);

        clock.Now += Duration.FromHours(26);
        Assert.Equal(1, await TidyUpAsync(docket, clock));

        Assert.Equal((stored.Value.Id, 1), await OnlyEntryAsync(view));
    }

    [Fact]
    public async Task TidyUp_NewsAndPastAnswers_GoAfterADayAndAWeek()
    {
        var docket = await ADocket.MakeAsync(storage);
        var clock = new SetClock(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        var stored = await docket.SavedAsync(new RepeatableRequest("key", "body"));

        clock.Now += Duration.FromHours(23);
        Assert.Equal(0, await TidyUpAsync(docket, clock));

        clock.Now += Duration.FromHours(2);
        Assert.Equal(1, await TidyUpAsync(docket, clock));
        Assert.Equal(["c", "h", "k", "w"], await KindsAsync(docket));

        clock.Now += Duration.FromDays(7);
        Assert.Equal(1, await TidyUpAsync(docket, clock));
        Assert.Equal(["c", "h", "w"], await KindsAsync(docket));
        await docket.VerifyAsync(stored.Value.Id, 1);
    }

    private static (DocketStore Host, RegisterView View, SetClock Clock) Host(ADocket docket)
    {
        var clock = new SetClock(Today);
        var view = new RegisterView(docket.Table, clock);
        return (docket.Host(view), view, clock);
    }

    private static async Task<(string Id, int Version)> OnlyEntryAsync(RegisterView view)
    {
        var entry = (await view.ReadAsync(ADocket.Election.Id, Stop)).Single();
        return (entry.Id, entry.Version);
    }

    private static async Task<IEnumerable<string>> KindsAsync(ADocket docket) =>
        (await docket.RowsAsync()).Select(row => row.RowKey[..1]).Order(StringComparer.Ordinal);

    private static async Task<int> TidyUpAsync(ADocket docket, SetClock clock)
    {
        var due = new DueStore(docket.Table, clock);
        var removed = 0;

        foreach (var shard in DueStore.Shards)
        {
            removed += await due.TidyUpAsync(ADocket.Election, shard, Stop);
        }

        return removed;
    }
}
