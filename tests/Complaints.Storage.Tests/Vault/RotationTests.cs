using System.Collections.Concurrent;
using Complaints.Storage.Vault;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

/// <summary>A new wrapping key takes over while the tracker works, and the old one may go.</summary>
public sealed class RotationTests(TestStorage storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rewrap_WithRunningWrites_ThenWithoutTheOldKey_AllOpens()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        var sealedTexts = new ConcurrentDictionary<string, string>();
        await SealSomeAsync(vault.Store, sealedTexts, 0, 40);
        var rotating = vault.With(VaultKeys.Parse($"{fresh},{old}"));

        // Hosts that still have the old configuration write beside those that have the new one.
        var writes = Task.WhenAll(
            SealSomeAsync(vault.With(VaultKeys.Parse($"{old},{fresh}")), sealedTexts, 40, 80), SealSomeAsync(rotating, sealedTexts, 20, 60));
        var during = await Task.WhenAll(rotating.RewrapAsync(Stop), rotating.RewrapAsync(Stop));
        await writes;
        var after = await rotating.RewrapAsync(Stop);

        Assert.True(during.Sum(each => each.Rewrapped) > 0);
        Assert.Equal((0, 0), (after.Left, after.Unknown));
        Assert.Equal(new Rotated("k2", 0, 0, 0), await rotating.RewrapAsync(Stop));
        var alone = vault.With(VaultKeys.Parse(fresh));

        foreach (var (key, text) in sealedTexts)
        {
            Assert.Equal(text, await alone.OpenAsync(key.Split('/')[0], key.Split('/')[1], Stop));
        }
    }

    // The daily round of a host that still has the old key first, after another host has said that none is left: only walks after its end prove anything.
    [Fact]
    public async Task Rewrap_OnAHostNotStartedAgain_NamesItsKeyAndTheNextWalkIsNotDone()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        var (rotating, behind) = (vault.With(VaultKeys.Parse($"{fresh},{old}")), vault.With(VaultKeys.Parse($"{old},{fresh}")));

        Assert.Equal(new Rotated("k2", 1, 0, 0), await rotating.RewrapAsync(Stop));
        Assert.Equal(new Rotated("k1", 1, 0, 0), await behind.RewrapAsync(Stop));
        Assert.Equal(new Rotated("k2", 1, 0, 0), await rotating.RewrapAsync(Stop));
        Assert.Equal(new Rotated("k2", 0, 0, 0), await rotating.RewrapAsync(Stop));
        Assert.Equal("A. Observer", await vault.With(VaultKeys.Parse(fresh)).OpenAsync("c1", "name", Stop));
    }

    [Fact]
    public async Task Rewrap_OnlyTheKeyRowsChange()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        var before = await vault.RowAsync("c1", "i:name");

        var rotated = await vault.With(VaultKeys.Parse($"{fresh},{old}")).RewrapAsync(Stop);

        Assert.Equal(new Rotated("k2", 1, 0, 0), rotated);
        Assert.Equal(before.ETag, (await vault.RowAsync("c1", "i:name")).ETag);
        Assert.Equal("k2", (await vault.RowAsync("c1", "key")).GetString("WrappedBy"));
    }

    [Fact]
    public async Task Rewrap_UnderAKeyThatIsNotConfiguredOrChanged_CountsAndLeavesIt()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        await vault.Store.SealAsync("c2", "name", "B. Observer", Stop);
        await vault.With(AVault.Keys("k0")).SealAsync("c3", "name", "C. Observer", Stop);
        var changed = await vault.RowAsync("c2", "key");
        changed["Wrapped"] = new byte[60];
        await vault.ReplaceAsync(changed);
        var before = await vault.RowAsync("c3", "key");

        var rotated = await vault.With(VaultKeys.Parse($"{fresh},{old}")).RewrapAsync(Stop);

        Assert.Equal(new Rotated("k2", 1, 1, 1), rotated);
        Assert.Equal(before.ETag, (await vault.RowAsync("c3", "key")).ETag);
        Assert.Equal("A. Observer", await vault.With(VaultKeys.Parse(fresh)).OpenAsync("c1", "name", Stop));
    }

    [Fact]
    public async Task Rewrap_InterruptedAnywhere_LosesNothing()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        await using var proxy = await FaultyProxy.StartAsync(TablesOf(storage.ConnectionString), cancellationToken: Stop);
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        var texts = new ConcurrentDictionary<string, string>();
        await SealSomeAsync(vault.Store, texts, 0, 12);
        proxy.Meets = (method, _) => method == "PUT";
        var through = new VaultStore(vault.Through(proxy), VaultKeys.Parse($"{fresh},{old}"));

        for (var round = 0; round < 3; round++)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            proxy.Next(Fault.None, round);
            proxy.Next(Fault.AnswerLost, 1);
            proxy.Next(Fault.Hold, 1);
            var seen = proxy.Seen.Count;
            var walk = through.RewrapAsync(cut.Token);
            await proxy.WaitForAsync(seen + 3 + round, Stop);
            await cut.CancelAsync();
            await walk.ContinueWith(_ => { }, TaskScheduler.Default);
            proxy.Heal();
        }

        var rest = await through.RewrapAsync(Stop);
        Assert.Equal((0, 0), (rest.Left, rest.Unknown));
        Assert.All(await vault.RowsAsync(), row => Assert.True(row.RowKey != "key" || row.GetString("WrappedBy") == "k2", row.PartitionKey));
        var alone = vault.With(VaultKeys.Parse(fresh));

        foreach (var (key, text) in texts)
        {
            Assert.Equal(text, await alone.OpenAsync(key.Split('/')[0], key.Split('/')[1], Stop));
        }
    }

    // The key was read before the complaint was erased, and is to be put back under the new wrapping key after it.
    [Fact]
    public async Task Rewrap_ErasedMeanwhile_DoesNotBringTheKeyBack()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        await using var proxy = await FaultyProxy.StartAsync(TablesOf(storage.ConnectionString), cancellationToken: Stop);
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        proxy.Meets = (method, _) => method == "PUT";
        proxy.Next(Fault.Hold);
        var walk = new VaultStore(vault.Through(proxy), VaultKeys.Parse($"{fresh},{old}")).RewrapAsync(Stop);
        await proxy.WaitForAsync(2, Stop);

        await vault.Store.EraseAsync("c1", Stop);
        proxy.Release();

        Assert.Equal(new Rotated("k2", 0, 1, 0), await walk);
        Assert.False((await vault.RowAsync("c1", "key")).ContainsKey("Wrapped"));
    }

    private static Uri TablesOf(string connection) =>
        new(connection.Split(';').Single(part => part.StartsWith("TableEndpoint=", StringComparison.Ordinal))["TableEndpoint=".Length..]);

    private static async Task SealSomeAsync(VaultStore store, ConcurrentDictionary<string, string> all, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            var (id, item, text) = ($"c{number}", $"note:{from}", $"What {number} told in {from}.");
            Assert.True(await store.SealAsync(id, item, text, Stop));
            all[$"{id}/{item}"] = text;
        }
    }
}
