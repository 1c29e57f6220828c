using System.Globalization;
using System.Net.Http;
using Complaints.Domain.Docket;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket;

/// <summary>
/// The tracker is killed while several people record and report: whatever was answered is there, once, with the version that was answered; what was
/// not may be sent again. COMPLAINTS_TEST_LONG=true kills 50 times instead of five.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KillTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const int People = 4;

    private static readonly int Kills = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true" ? 50 : 5;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingThatWasAnsweredAndDoublesNothing()
    {
        var random = new Random(20210110);
        Election? election = null;
        var answered = 0;

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var proxy = await FaultyProxy.StartAsync(storage.Proxy.Address, cancellationToken: Stop);
            var tracker = await Tracker.StartAsync(storage.Direct, proxy.Through(storage.Through));
            election ??= await tracker.AnElectionAsync();
            var arrivals = proxy.Seen.Count;
            var people = Enumerable.Range(0, People).Select(_ => new Person(election)).ToArray();
            var work = Task.WhenAll(people.Select(each => each.WorkAsync(tracker)));

            // A call to storage has just been made: for some of the people it is the one that saves.
            await proxy.WaitForAsync(arrivals + random.Next(20, 150), Stop);
            await tracker.Process.KillAsync();
            await work;
            await tracker.DisposeAsync();

            await using var again = await Tracker.StartAsync(storage.Direct);

            foreach (var person in people)
            {
                await person.CheckAsync(again);
                answered += person.Answered;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} kills, {answered} answers, none lost or doubled."));
        Assert.True(answered > Kills);
    }

    /// <summary>Somebody who records complaints and reports on them, one call after the other, until nobody answers.</summary>
    private sealed class Person(Election election)
    {
        private readonly Dictionary<string, int> versions = [];
        private (string Path, object Body, string Key) last;
        private string current = "";

        public int Answered { get; private set; }

        public async Task WorkAsync(Tracker tracker)
        {
            try
            {
                while (true)
                {
                    last = Next();
                    Keep(await tracker.PostAsync(last.Path, last.Body, ("Idempotency-Key", last.Key)));
                }
            }
            catch (HttpRequestException)
            {
                // The tracker has been killed.
            }
        }

        public async Task CheckAsync(Tracker tracker)
        {
            foreach (var (id, version) in versions)
            {
                // The last call may have been carried out, though nobody heard the answer.
                Assert.InRange(await VerifiedAsync(tracker, id), version, last.Path.Contains(id, StringComparison.Ordinal) ? version + 1 : version);
            }

            Keep(await tracker.PostAsync(last.Path, last.Body, ("Idempotency-Key", last.Key)));

            foreach (var (id, version) in versions)
            {
                Assert.Equal(version, await VerifiedAsync(tracker, id));
            }
        }

        private (string Path, object Body, string Key) Next()
        {
            var key = Guid.NewGuid().ToString();

            return versions.TryGetValue(current, out var version) && version < 4
                ? version == 1
                    ? ($"api/complaints/{current}/steps", new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" }, key)
                    : ($"api/complaints/{current}/facts", new { fact = "publication", at = "2020-12-15T10:00:00+06:00" }, key)
                : ("api/complaints", AComplaint.Body(election), key);
        }

        private void Keep(Answer answer)
        {
            Assert.True(answer.Status is 200 or 201, answer.Text);
            current = answer.Json.GetProperty("id").GetString()!;
            versions[current] = answer.Json.GetProperty("version").GetInt32();
            Answered++;
        }

        /// <summary>How many events the complaint has; its chain must be whole.</summary>
        private static async Task<int> VerifiedAsync(Tracker tracker, string id)
        {
            var complaint = await tracker.GetAsync($"api/complaints/{id}");
            Assert.True(complaint.Status == 200, complaint.Text);
            var history = (await tracker.GetAsync($"api/complaints/{id}/history")).Json.GetProperty("events");
            var previous = Chain.Beginning;

            foreach (var each in history.EnumerateArray())
            {
                Assert.Equal(previous, each.GetProperty("previous").GetString());
                previous = Chain.Hash(previous, EventJson.Canonical(EventJson.Read(each)));
                Assert.Equal(previous, each.GetProperty("hash").GetString());
            }

            Assert.Equal(complaint.Json.GetProperty("version").GetInt32(), history.GetArrayLength());
            return history.GetArrayLength();
        }
    }
}

/// <summary>Tests that run alone: what they measure, or how much they do at once, would be spoiled by others or spoil them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
