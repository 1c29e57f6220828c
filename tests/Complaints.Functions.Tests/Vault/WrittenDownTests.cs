using Complaints.TestKit;

namespace Complaints.Functions.Tests.Vault;

/// <summary>No row in the log of reads, no answer.</summary>
public sealed class WrittenDownTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    [Fact]
    public async Task Open_TheLogCannotBeWritten_OpensNothing()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var vault = await AVaultCase.MakeAsync(tracker);
        storage.Proxy.Meets = (method, target) => method == "POST" && target.EndsWith("$batch", StringComparison.Ordinal);
        storage.Proxy.Next(Fault.Unavailable, 50);

        var opened = await vault.OpenAsync(AVaultCase.Coordinator);
        var document = await tracker.GetAsync($"{vault.Path}/documents/1?purpose=legal_duty", AVaultCase.Coordinator);
        storage.Proxy.Heal();

        Assert.True(opened.Status >= 500 && document.Status >= 500, $"{opened.Status} {document.Status}");
        Assert.DoesNotContain(AVaultCase.Name, opened.Text, StringComparison.Ordinal);
        Assert.Empty(await vault.ReadsAsync());
    }

    [Fact]
    public async Task Open_Well_WritesDownBeforeItLooksIntoTheVault()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var vault = await AVaultCase.MakeAsync(tracker);

        foreach (var open in new Func<Task<Answer>>[]
        {
            () => vault.OpenAsync(AVaultCase.Coordinator),
            () => tracker.GetAsync($"{vault.Path}/documents/1?purpose=legal_duty", AVaultCase.Coordinator),
        })
        {
            var before = storage.Proxy.Seen.Count;
            Assert.Equal(200, (await open()).Status);
            var asked = storage.Proxy.Seen.Skip(before).Select(each => each.Target).ToList();
            Assert.InRange(asked.FindIndex(each => each.Contains("$batch", StringComparison.Ordinal)), 0, asked.FindIndex(each => each.Contains("vault", StringComparison.Ordinal)) - 1);
        }
    }

    [Fact]
    public async Task Open_TheAnswerOfTheLogLost_IsOneRead()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var vault = await AVaultCase.MakeAsync(tracker);
        storage.Proxy.Meets = (method, target) => method == "POST" && target.EndsWith("$batch", StringComparison.Ordinal);
        storage.Proxy.Next(Fault.AnswerLost);

        var opened = await vault.OpenAsync(AVaultCase.Coordinator);
        storage.Proxy.Heal();

        Assert.True(opened.Status == 200, opened.Text);
        Assert.Single(await vault.ReadsAsync());
    }

    [Fact]
    public async Task Withdraw_Tracking_EndsTheAlerts()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await tracker.SetClockAsync("2020-12-10T12:00:00+06:00");
        var (vault, other, late) = (await AVaultCase.MakeAsync(tracker, false), await AVaultCase.MakeAsync(tracker, false), await AVaultCase.MakeAsync(tracker, false));
        await vault.ConsentAsync("tracking", given: false, "2020-12-10T11:00:00+06:00");
        await tracker.SetClockAsync("2020-12-17T00:00:00+06:00");
        await tracker.SweepAsync();
        await late.ConsentAsync("tracking", given: false, "2020-12-16T11:00:00+06:00");

        await tracker.RunTimerAsync("DeliverAlerts");
        await Tracker.UntilAsync(async () => (await storage.RowsAsync("o:")).Count == 0);

        var became = (await storage.RowsAsync("a:")).ToLookup(row => row.RowKey.Split(':')[1], row => row.GetString("Became"));
        Assert.Empty(became[vault.Id]);
        Assert.Equal(["logged", "logged"], became[other.Id]);
        Assert.Equal(["withdrawn", "withdrawn"], became[late.Id]);
        Assert.DoesNotContain(tracker.Process.Lines.All, line => line.Contains($": {late.Id.ToUpperInvariant()} FilingDueSoon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RewrapKeys_ByAdmin_SaysWhatIsLeft()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        await AVaultCase.MakeAsync(tracker);

        await tracker.RunTimerAsync("RewrapKeys");

        await tracker.Process.Lines.FindAsync("Rewrapped in vault: 0 data keys put under the current key development, 0 left under an older one, 0 under a key that is not configured.", TestContext.Current.CancellationToken);
        await tracker.Process.Lines.FindAsync("Rewrapped in retaliation: 0 data keys", TestContext.Current.CancellationToken);
    }
}
