using System.Security.Cryptography;

namespace Complaints.Functions.Tests.Vault;

/// <summary>The wrapping keys of a running tracker are changed as the guide says: the new one beside the old, then before it, then alone.</summary>
public sealed class RewrapTests : IAsyncLifetime
{
    // One for each test: what one leaves under its keys the other could not read.
    private readonly OwnStorage storage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => storage.InitializeAsync();

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    [Fact]
    public async Task Rewrap_WithAWriterBesideIt_AllOpensWithTheNewKeysAlone()
    {
        var (old, fresh) = (Entry("first"), Entry("second"));
        await using var before = await TrackerAsync(old);
        var vault = await AVaultCase.MakeAsync(before);
        await vault.NameAsync("vault-owner", readsRetaliation: true, "observer");
        await using var beside = await TrackerAsync($"{old},{fresh}");
        await using var rotating = await TrackerAsync($"{fresh},{old}");
        var writer = new AVaultCase(beside, vault.Election, vault.Id);
        var made = Enumerable.Range(0, 12).Select(_ => AVaultCase.MakeAsync(beside)).ToList();

        for (var round = 0; round < 4; round++)
        {
            await writer.TellAsync("hearing", $"Told in round {round}.");
            await RewrapAsync(rotating);
        }

        var others = await Task.WhenAll(made);
        await RewrapAsync(rotating);
        Assert.All(await RewrapAsync(rotating), line => Assert.Contains("0 data keys put under the current key second, 0 left under an older one, 0 under", line, StringComparison.Ordinal));

        await using var alone = await TrackerAsync(fresh);
        var opened = await new AVaultCase(alone, vault.Election, vault.Id).OpenAsync(AVaultCase.Owner, "own_complaint", "name", "notes", "retaliation");
        Assert.True(opened.Status == 200, opened.Text);
        Assert.Equal((AVaultCase.Name, 5), (opened.Json.GetProperty("name").GetString(), opened.Json.GetProperty("notes").GetArrayLength()));
        Assert.Equal(AVaultCase.Pressure, opened.Json.GetProperty("retaliation")[0].GetProperty("text").GetString());

        foreach (var each in others)
        {
            Assert.Equal(200, (await alone.GetAsync($"{each.Path}/documents/1", AVaultCase.Owner)).Status);
        }
    }

    [Fact]
    public async Task Rewrap_TheOldKeyTakenOutTooEarly_SaysSoAndLosesNothing()
    {
        var (old, fresh) = (Entry("first"), Entry("second"));
        await using var before = await TrackerAsync(old);
        var vault = await AVaultCase.MakeAsync(before);
        await using var early = await TrackerAsync(fresh);

        var said = await RewrapAsync(early);
        await early.Process.Lines.FindAsync("nothing of their complaints opens until it is configured again", Stop);

        Assert.DoesNotContain(said.Where(line => !line.Contains("in drafts", StringComparison.Ordinal)), line => line.Contains(" 0 under a key that is not configured", StringComparison.Ordinal));
        Assert.Equal(500, (await new AVaultCase(early, vault.Election, vault.Id).OpenAsync(AVaultCase.Owner, "own_complaint")).Status);
        Assert.Equal(200, (await vault.OpenAsync(AVaultCase.Owner, "own_complaint")).Status);
    }

    private static string Entry(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>What a walk over both vaults and the drafts said.</summary>
    private static async Task<IReadOnlyList<string>> RewrapAsync(Tracker tracker)
    {
        IReadOnlyList<string> Said() => [.. tracker.Process.Lines.All.Where(line => line.Contains("Rewrapped in", StringComparison.Ordinal))];
        var before = Said().Count;
        await tracker.RunTimerAsync("RewrapKeys");
        await Tracker.UntilAsync(() => Task.FromResult(Said().Count >= before + 3));
        return [.. Said().Skip(before)];
    }

    private Task<Tracker> TrackerAsync(string keys) => Tracker.StartAsync(
        storage.Direct, null, ("COMPLAINTS_VAULT_KEYS", keys), ("COMPLAINTS_RETALIATION_KEYS", keys));
}
