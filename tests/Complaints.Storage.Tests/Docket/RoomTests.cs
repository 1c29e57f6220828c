using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Storage.Docket;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Docket;

/// <summary>A record that fills up refuses long texts first, then people, and never the clock.</summary>
public sealed class RoomTests(TestStorage storage)
{
    [Theory]
    [InlineData(480, 0, null)]
    [InlineData(530, 0, null)]       // an ordinary step
    [InlineData(530, 2_000, "record.full")] // a wording of 2,000 letters
    [InlineData(480, 2_000, null)]
    [InlineData(650, 0, "record.full")]
    public async Task Save_APersonsStepIntoAFullRecord_IsRefusedEarlierTheLongerItIs(int kib, int letters, string? code)
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await FilledAsync(docket, kib);
        await using var proxy = await docket.ProxyAsync();
        var host = docket.Host(table: docket.Through(proxy));
        var step = ADocket.Take(
            stored.Value, ProceduralStep.Decide, "2020-12-16T10:00:00+06:00", new StepDetails { Outcome = "upheld", Wording = letters == 0 ? null : new string('ж', letters) });

        var saved = await host.SaveAsync(stored, step, step.Events[0].RecordedAt, null, TestContext.Current.CancellationToken);

        Assert.Equal(code, saved.Refusals.SingleOrDefault()?.Code);
        Assert.Equal(code is not null, proxy.Seen.Count == 0);
    }

    [Fact]
    public async Task Save_AnErasureIntoAFullRecord_IsTakenAndLeftToBeFinished()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await FilledAsync(docket, 650);
        var now = ADocket.At("2021-02-01T10:00:00+06:00");
        var erased = new DocketEvent(stored.Value.Version + 1, now, now, "u-0123456789abcdef", null, new Erased("safety"));
        var after = Complaint.From(stored.Value.Id, stored.Value.Law, [.. stored.Value.History, erased]);

        var saved = await docket.Store.SaveAsync(stored, new Change(after, [erased]), now, null, TestContext.Current.CancellationToken);

        Assert.Empty(saved.Refusals);
        var shard = Reference.Parse(after.Id).IsAllowed(out var reference) ? reference.Shard : '?';
        var clock = new SetClock(NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));
        var erasures = new ErasureStore(docket.Table, clock);
        var fresh = Assert.Single(await erasures.AllAsync(ADocket.Election, shard, TestContext.Current.CancellationToken));
        Assert.Equal((after.Id, false), (fresh.Complaint, fresh.IsOld));
        clock.Now += NodaTime.Duration.FromHours(25);
        var old = Assert.Single(await erasures.AllAsync(ADocket.Election, shard, TestContext.Current.CancellationToken));
        Assert.True(old.IsOld);
        await erasures.ForgetAsync(old, TestContext.Current.CancellationToken);
        Assert.Empty(await erasures.AllAsync(ADocket.Election, shard, TestContext.Current.CancellationToken));
    }

    // What the party says, and what a court orders, must be written down also where nothing else is taken; but not without end.
    [Theory]
    [InlineData(650, null)]
    [InlineData(690, "record.full")]
    public async Task Save_AWithdrawalOrAHoldIntoAFullRecord_IsTakenForLonger(int kib, string? code)
    {
        foreach (var what in new Happening[] { new ConsentWithdrawn("tracking", "orally"), new HoldSet("court_order"), new HoldLifted("court_order") })
        {
            var docket = await ADocket.MakeAsync(storage);
            var stored = await FilledAsync(docket, kib);
            var now = ADocket.At("2021-02-01T10:00:00+06:00");
            var said = new DocketEvent(stored.Value.Version + 1, now, now, "u-0123456789abcdef", null, what);
            var after = Complaint.From(stored.Value.Id, stored.Value.Law, [.. stored.Value.History, said]);

            var saved = await docket.Store.SaveAsync(stored, new Change(after, [said]), now, null, TestContext.Current.CancellationToken);

            Assert.Equal(code, saved.Refusals.SingleOrDefault()?.Code);
        }
    }

    [Fact]
    public async Task Save_TheClocksStepIntoAFullRecord_IsTaken()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = await FilledAsync(docket, 650);
        var now = ADocket.At("2021-02-01T10:00:00+06:00");

        var saved = await docket.Store.SaveAsync(stored, Watch.At(stored.Value, ADocket.At("2020-12-10T11:00:00+06:00"), now), TestContext.Current.CancellationToken);

        Assert.True(saved.IsAllowed(out var after), string.Join("; ", saved.Refusals.Select(each => each.Message)));
        Assert.Equal(Stage.Unanswered, after.Value.Position.Stage);
    }

    [Fact]
    public async Task Save_MoreNoticesThanABatchTakes_WritesThemAll()
    {
        var docket = await ADocket.MakeAsync(storage);
        var draft = await docket.SavedAsync();
        var stored = await docket.SaveAsync(draft, ADocket.Lodge(draft.Value));
        var some = Watch.At(stored.Value, ADocket.At("2020-12-10T11:00:00+06:00"), ADocket.At("2021-02-01T10:00:00+06:00"));
        var many = some with { Alerts = [.. Enumerable.Range(0, 250).Select(number => some.Alerts[0] with { Id = $"{some.Alerts[0].Id}-{number}" })] };

        var saved = await docket.Store.SaveAsync(stored, many, TestContext.Current.CancellationToken);

        Assert.True(saved.IsAllowed(out _));
        Assert.Equal(250, (await docket.RowsAsync()).Count(row => row.RowKey.StartsWith("o:", StringComparison.Ordinal)));
    }

    /// <summary>A lodged complaint whose head has about so many KiB.</summary>
    private static async Task<Stored<Complaint>> FilledAsync(ADocket docket, int kib)
    {
        var draft = await docket.SavedAsync();
        var stored = await docket.SaveAsync(draft, ADocket.Lodge(draft.Value));
        var next = ADocket.Note(stored.Value);
        var noted = (FactNoted)next.Events[0].What;
        var large = next.Events[0] with { What = noted with { Details = noted.Details with { Source = new string('x', kib * 1024) } } };
        var change = new Change(Complaint.From(stored.Value.Id, stored.Value.Law, [.. stored.Value.History, large]), [large]);
        var saved = await docket.Store.SaveAsync(stored, new WakeUp(change, [], stored.WakeUpAt), TestContext.Current.CancellationToken);
        Assert.True(saved.IsAllowed(out var full));
        return full;
    }
}
