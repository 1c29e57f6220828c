using Complaints.TestKit;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>A bundle while the tables do not answer: no half of a zip passes for a whole one.</summary>
public sealed class BundleFaultTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Read_EventsNotAtHand_IsAnUnexpectedFailureAndNoZip()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        storage.Proxy.Meets = (method, target) => method == "GET" && target.Contains("filter", StringComparison.Ordinal) && target.Contains(complaint.Id, StringComparison.Ordinal);
        storage.Proxy.AtRandom(1, 0, Fault.Unavailable);

        var failed = await tracker.GetAsync($"{complaint.Path}/bundle");
        storage.Proxy.Heal();
        using var bundle = new ABundle(await tracker.Http.GetByteArrayAsync($"{complaint.Path}/bundle", TestContext.Current.CancellationToken), (await tracker.GetAsync("api/keys")).Text);

        Assert.Equal((500, "application/problem+json"), (failed.Status, failed.MediaType));
        Assert.Equal("Something went wrong here", failed.Json.GetProperty("title").GetString());
        Assert.Equal(0, (await bundle.CheckAsync("--receipt", bundle.Receipt, "--keys", bundle.Keys)).ExitCode);
    }
}
