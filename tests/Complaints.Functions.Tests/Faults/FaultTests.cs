using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Tests.Faults;

/// <summary>
/// Several people do everything the tracker offers while one storage call in twenty is spoiled and the tracker is killed again and again. What was answered is
/// on record once; what was not was sent again with its key until it was. COMPLAINTS_TEST_LONG=true: twenty times as much.
/// </summary>
[Collection(nameof(Alone))]
public sealed class FaultTests
{
    private const int Seed = 20210110;
    private const int People = 16;
    private const int KillsOfARound = 10;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true" ? 20 : 1;
    private static readonly int Requests = 1000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_FaultsAndKillsAtAnyMoment_LosesNothingAndDoublesNothing()
    {
        var random = new Random(Seed);
        await using var station = await Station.StartAsync(Seed);
        var (ledgers, kills, lost, doubled) = (new List<Ledger>(), 0, 0, 0);

        for (var round = 1; round <= Rounds; round++)
        {
            var ledger = new Ledger(await OpenedAsync(station, round));
            ledgers.Add(ledger);
            kills += await RoundAsync(station, ledger, random, round);
            var (some, twice) = await Reckoning.OfMarksAsync(station.Direct, ledger);
            (lost, doubled) = (lost + some, doubled + twice);
            await Reckoning.OfTheRecordAsync(station.Direct, ledger.Election);
            await Reckoning.OfReadsAsync(station.Direct, ledger);
        }

        var failures = await station.HealAsync();
        var (spoiled, calls) = station.Calls;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills, {spoiled} faults in {calls} storage calls, {station.Requests} requests ({station.Unanswered} unanswered and repeated), {ledgers.Sum(each => each.Kept.Count)} acknowledged, lost {lost}, doubled {doubled}, {ledgers.Sum(each => each.Openings.Values.Sum(opened => opened.Answered))} reads in the log, {ledgers.Sum(each => each.Erased.Count)} complaints erased."));
        Assert.Equal((0, 0), (lost, doubled));
        Assert.Empty(failures);
        Assert.True(kills >= Rounds * KillsOfARound && station.Requests >= Rounds * Requests);
        await AfterwardsAsync(station, ledgers);
    }

    /// <summary>Everybody works while the tracker is killed ten times, and until a tenth of the requests of all rounds of a short run has been sent.</summary>
    private static async Task<int> RoundAsync(Station station, Ledger ledger, Random random, int round)
    {
        var shared = await Volunteer.ShareAsync(station, ledger, People);
        var begun = station.Requests;
        var kills = 0;
        var work = Task.WhenAll(Enumerable.Range(0, People).Select(each => new Volunteer(station, ledger, each, Seed + round)
            .WorkAsync(shared, () => Volatile.Read(ref kills) >= KillsOfARound && station.Requests - begun >= Requests)));

        while (kills < KillsOfARound)
        {
            var next = begun + (Requests / KillsOfARound * kills) + random.Next(Requests / KillsOfARound);

            while (station.Requests < next && !work.IsFaulted)
            {
                await Task.Delay(2, Stop);
            }

            await station.KillAsync(random);
            Interlocked.Increment(ref kills);
        }

        await work;
        return kills;
    }

    private static async Task<Election> OpenedAsync(Station station, int round)
    {
        var election = new Election
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"faults-{round}"),
            Code = string.Create(CultureInfo.InvariantCulture, $"F{round:D3}"),
            Name = "An election among faults",
            Rulebook = "KZ-2020@1",
            ElectionDay = new LocalDate(2021, 1, 10),
        };
        var opened = await station.AskAsync(() =>
        {
            var body = JsonSerializer.Serialize(new { election.Id, election.Code, election.Name, rulebook = "KZ-2020", electionDay = "2021-01-10" }, JsonSerializerOptions.Web);
            var request = new HttpRequestMessage(HttpMethod.Post, "api/elections") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            var (name, value) = Sign.As("administrator", "opener");
            request.Headers.TryAddWithoutValidation(name, value);
            return request;
        });
        Assert.True(opened.Status == 201, Encoding.UTF8.GetString(opened.Body));
        return election;
    }

    /// <summary>The faults are over, and two days later the tracker tidies up.</summary>
    private static async Task AfterwardsAsync(Station station, IReadOnlyList<Ledger> ledgers)
    {
        var later = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await using var tracker = await Tracker.StartAsync(station.Direct);
        await tracker.SetClockAsync(later);
        await tracker.RunTimerAsync("TidyUp");
        await Tracker.UntilAsync(
            () => Task.FromResult(tracker.Process.Lines.All.Any(line => line.Contains("Tidied up:", StringComparison.Ordinal))),
            TimeSpan.FromMinutes(10)); // it looks at every complaint of thirty days, and of a long run there are thousands
        await Reckoning.OfLeftoversAsync(station.Direct, ledgers);

        foreach (var ledger in ledgers)
        {
            await Reckoning.OfTextsAndDocumentsAsync(station.Direct, tracker.Http, ledger);
            var statistics = await tracker.GetAsync($"api/elections/{ledger.Election.Id}/statistics");
            var team = (await tracker.GetAsync($"api/elections/{ledger.Election.Id}/team")).Text;
            Assert.All(ledger.Members.Keys, person => Assert.Contains($"\"{person}\"", team, StringComparison.Ordinal));
            Assert.All(ledger.Figures.Keys, mark => Assert.Contains(mark, statistics.Text, StringComparison.Ordinal));
        }
    }
}
