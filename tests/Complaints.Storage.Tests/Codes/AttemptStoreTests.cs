using Azure.Data.Tables;
using Complaints.Storage.Codes;
using Complaints.Storage.Tests.Docket;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Codes;

/// <summary>How long somebody waits who guesses codes.</summary>
public sealed class AttemptStoreTests(TestStorage storage)
{
    private readonly SetClock clock = new(Instant.FromUtc(2021, 1, 10, 12, 0));
    private int names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_FromOneAddress_WaitsTwiceAsLongEachTimeUpToFiveMinutes()
    {
        var attempts = await AttemptsAsync();

        var waits = await WaitsAsync(() => attempts.BeginAsync("here", Name(), Stop), 20);

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 300, 300, 300, 300], waits);
    }

    // Short, or a stranger who guesses could lock the complainant out.
    [Fact]
    public async Task Begin_AtOneComplaintFromAnywhere_WaitsTenSecondsAtMost()
    {
        var attempts = await AttemptsAsync();

        var waits = await WaitsAsync(() => attempts.BeginAsync(Name(), "kz21p-00000000-0", Stop), 12);

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 10, 10, 10, 10], waits);
    }

    [Fact]
    public async Task Begin_WhileOneWaits_CountsNothing()
    {
        var attempts = await AttemptsAsync();
        await WaitsAsync(() => attempts.BeginAsync("here", Name(), Stop), 5);

        for (var hammer = 0; hammer < 10; hammer++)
        {
            Assert.Equal(Duration.FromSeconds(1), (await attempts.BeginAsync("here", "kz21p-00000000-0", Stop)).Wait);
        }

        Assert.Null((await attempts.BeginAsync("there", "kz21p-00000000-0", Stop)).Wait);
    }

    [Fact]
    public async Task Begin_ManyAtOnce_LetsInAsManyAsAreFree()
    {
        var attempts = await AttemptsAsync();

        var begun = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => attempts.BeginAsync("here", "kz21p-00000000-0", Stop)));

        Assert.InRange(begun.Count(each => each.Wait is null), 1, 5);
    }

    // Or somebody with a code of their own could guess at others' for ever, with one of theirs between.
    [Fact]
    public async Task Succeed_TakesBackTheOneAttemptAndNoFailureBefore()
    {
        var attempts = await AttemptsAsync();

        for (var failure = 0; failure < 4; failure++)
        {
            await attempts.BeginAsync("here", Name(), Stop);
            await attempts.SucceedAsync(await attempts.BeginAsync("here", "own", Stop), Stop);
        }

        Assert.Null((await attempts.BeginAsync("here", Name(), Stop)).Wait);
        Assert.Equal(Duration.FromSeconds(1), (await attempts.BeginAsync("here", Name(), Stop)).Wait);
    }

    [Fact]
    public async Task Succeed_AtAComplaint_BeginsItsCountAnew()
    {
        var attempts = await AttemptsAsync();
        await WaitsAsync(() => attempts.BeginAsync(Name(), "own", Stop), 8);
        clock.Now += Duration.FromSeconds(10);

        await attempts.SucceedAsync(await attempts.BeginAsync("here", "own", Stop), Stop);

        Assert.Equal([0, 0, 0, 0, 1], await WaitsAsync(() => attempts.BeginAsync(Name(), "own", Stop), 5));
    }

    [Fact]
    public async Task Begin_ADayLater_IsForgottenAndTidiedUp()
    {
        var attempts = await AttemptsAsync();
        await WaitsAsync(() => attempts.BeginAsync("here", "own", Stop), 6);
        Assert.Equal(0, await attempts.TidyUpAsync(Stop));

        clock.Now += Duration.FromDays(1) + Duration.FromMinutes(1);

        Assert.Equal([0, 0, 0, 0, 1], await WaitsAsync(() => attempts.BeginAsync("here", "own", Stop), 5));
        clock.Now += Duration.FromDays(1) + Duration.FromMinutes(1);
        Assert.Equal(2, await attempts.TidyUpAsync(Stop));
        Assert.Equal(0, await attempts.TidyUpAsync(Stop));
    }

    /// <summary>Guesses as fast as it may, and tells after each how many seconds it then has to wait.</summary>
    private async Task<IReadOnlyList<long>> WaitsAsync(Func<Task<Attempt>> guess, int guesses)
    {
        var waits = new List<long>();

        while (waits.Count < guesses)
        {
            var begun = clock.Now;

            while (await guess() is { Wait: { } wait })
            {
                clock.Now += wait;
            }

            if (waits.Count > 0 || clock.Now > begun)
            {
                waits[^1] = (long)(clock.Now - begun).TotalSeconds;
            }

            waits.Add(0);
        }

        // The last one's wait is asked for and not waited out.
        waits[^1] = await guess() is { Wait: { } last } ? (long)last.TotalSeconds : 0;
        return waits;
    }

    private string Name() => $"name-{++names}";

    private async Task<AttemptStore> AttemptsAsync()
    {
        var table = new TableClient(storage.ConnectionString, TestStorage.NewName("codes"));
        await table.CreateAsync(Stop);
        return new AttemptStore(table, clock);
    }
}
