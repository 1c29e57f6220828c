using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Somebody guesses codes: many at once, from one address or many, and under names of others.</summary>
[Collection(typeof(Still))]
public sealed class GuessingTests(StillTracker still)
{
    private const int Guesses = 32;

    /// <summary>Four are free, and the fifth is the first that is followed by a wait; a slow machine may let a second pass meanwhile.</summary>
    private const int MostAtOnce = 7;

    private readonly Tracker tracker = still.Tracker;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Guess_ManyAtOnce_AreFew(bool isOneAddress, bool isThere)
    {
        var election = await tracker.AnElectionAsync();
        var id = isThere ? (await AComplaint.RecordedAsync(tracker, election)).Id : AFollower.Missing(election, "guesses");
        var address = From.Anew();

        var answers = await Task.WhenAll(Enumerable.Range(0, Guesses).Select(async number =>
        {
            using var follower = new AFollower(tracker, isOneAddress ? address : null);
            using var answer = await follower.TryAsync(isOneAddress && number % 2 == 0 ? AFollower.Missing(election, $"other {number}") : id, AFollower.Wrong);
            return ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        }));

        Assert.InRange(answers.Count(each => each.Item1 == 404), 1, MostAtOnce);
        Assert.All(answers, each => Assert.True(each is (404, null) or (429, not null), $"{each}"));
        Assert.All(answers.Where(each => each.Item1 == 429), each => Assert.InRange(each.Delta!.Value.TotalSeconds, 1, 4));
    }

    [Fact]
    public async Task Guess_WhileDelayed_IsTheSameWhetherThereIsAComplaint()
    {
        var election = await tracker.AnElectionAsync();
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        var code = await AFollower.CodeAsync(tracker, complaint);
        using var follower = new AFollower(tracker);
        await ExhaustAsync(follower, election);

        var right = await Answer.OfAsync(await follower.TryAsync(complaint.Id, code));
        var none = await Answer.OfAsync(await follower.TryAsync(AFollower.Missing(election, "delayed"), code));

        Assert.Equal((429, 429, "follow.wait"), (right.Status, none.Status, right.Codes.Single()));
        Assert.Equal(right.Text, none.Text);
    }

    // Strangers hammer at one reference. Its complainant calls from elsewhere and waits no more than ten seconds.
    [Fact]
    public async Task Follow_WhileStrangersGuess_GetsInAfterAShortWait()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var code = await AFollower.CodeAsync(tracker, complaint);
        using var complainant = new AFollower(tracker);

        for (var stranger = 0; stranger < 7; stranger++)
        {
            using var guesser = new AFollower(tracker);
            await guesser.StatusAsync(complaint.Id, AFollower.Wrong);
        }

        using var delayed = await complainant.TryAsync(complaint.Id, code);
        Assert.Equal(429, (int)delayed.StatusCode);
        Assert.InRange(delayed.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        await Tracker.UntilAsync(async () => await complainant.StatusAsync(complaint.Id, code) == 200);
        Assert.Equal(200, await complainant.StatusAsync(complaint.Id, code));
    }

    // On a laptop nobody stands before the tracker, so nobody is believed who says for whom they call.
    [Fact]
    public async Task Guess_UnderForwardedAddresses_InDevelopmentCountsAsOne()
    {
        var election = await tracker.AnElectionAsync();
        using var follower = new AFollower(tracker);

        var statuses = await GuessAsync(follower, election, number => $"203.0.113.{number + 1}");

        Assert.Contains(429, statuses);
    }

    // The platform appends who called it; what stands before that was written by the caller.
    [Theory]
    [InlineData("198.51.100.1, 203.0.113.7:51000", "198.51.100.{0}, 203.0.113.7:51001", true)]
    [InlineData("198.51.100.1, 203.0.113.8:51000, 10.0.0.4", "198.51.100.{0}, 203.0.113.8:51000, 10.0.0.{0}", true)]
    [InlineData("2001:db8:1:2::1", "[2001:db8:1:2::{0}]:443", true)]
    [InlineData("203.0.113.9", "::ffff:203.0.113.1{0}", false)]
    [InlineData("nonsense", "nonsense {0}", true)]
    [InlineData("203.0.113.9", "203.0.113.1{0}", false)]
    public async Task Guess_BehindThePlatform_IsCountedByTheLastPublicAddress(string first, string others, bool isOne)
    {
        await using var platform = await Tracker.StartAsync(
            tracker.Storage, settings: [("DOTNET_ENVIRONMENT", "Production"), ("WEBSITE_INSTANCE_ID", "0123"), .. Outside.Keys]);
        var election = await tracker.AnElectionAsync();
        using var follower = new AFollower(platform);

        var statuses = await GuessAsync(follower, election, number => number == 0 ? first : others.Replace("{0}", $"{number}", StringComparison.Ordinal));

        Assert.Equal(isOne, statuses.Contains(429));
    }

    private static async Task<List<int>> GuessAsync(AFollower follower, Domain.Docket.Election election, Func<int, string> forwarded)
    {
        var statuses = new List<int>();

        for (var number = 0; number < 7; number++)
        {
            statuses.Add(await follower.StatusAsync(AFollower.Missing(election, $"forwarded {number}"), AFollower.Wrong, ("X-Forwarded-For", forwarded(number))));
        }

        return statuses;
    }

    private static async Task ExhaustAsync(AFollower follower, Domain.Docket.Election election)
    {
        for (var number = 0; await follower.StatusAsync(AFollower.Missing(election, $"exhaust {number}"), AFollower.Wrong) != 429; number++)
        {
            Assert.InRange(number, 0, Guesses);
        }
    }
}
