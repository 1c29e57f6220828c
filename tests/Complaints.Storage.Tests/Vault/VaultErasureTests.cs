using Complaints.Domain.Docket;
using Complaints.Storage.Tests.Evidence;
using Complaints.Storage.Vault;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

/// <summary>What is erased is gone, also for a write that was on its way, and no key is made again.</summary>
public sealed class VaultErasureTests(TestStorage storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erase_WhatWasSealed_LeavesTheTombstoneAlone()
    {
        var vault = await AVault.MakeAsync(storage);
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        await vault.Store.SealAsync("c1", "narrative", "The chair asked me to leave.", Stop);
        await vault.Store.SealAsync("c2", "name", "B. Observer", Stop);

        await vault.Store.EraseAsync("c1", Stop);
        await vault.Store.EraseAsync("c1", Stop);

        Assert.Null(await vault.Store.OpenAsync("c1", "name", Stop));
        Assert.Equal("B. Observer", await vault.Store.OpenAsync("c2", "name", Stop));
        var left = (await vault.RowsAsync()).Single(row => row.PartitionKey == "c1");
        Assert.Equal(("key", false), (left.RowKey, left.Any(column => column.Value is byte[])));
    }

    [Fact]
    public async Task Seal_AfterErasure_KeepsNothingAndMakesNoKey()
    {
        var vault = await AVault.MakeAsync(storage);
        await vault.Store.EraseAsync("c1", Stop);

        Assert.False(await vault.Store.SealAsync("c1", "name", "A. Observer", Stop));
        Assert.False(await vault.Store.SealFirstAsync("c1", new Dictionary<string, string> { ["name"] = "A. Observer" }, Stop));

        Assert.Equal(["key"], (await vault.RowsAsync()).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Receive_AfterErasure_IsRefused()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        await evidence.Vault.Store.EraseAsync("c1", Stop);

        var received = await evidence.TryReceiveAsync([.. "%PDF-1.7\n"u8], complaintId: "c1");

        Assert.Equal(Erasure.Done, Assert.Single(received.Refusals));
    }

    // What was read before the key was destroyed is written after it: the row lies there, and nobody can read it.
    [Fact]
    public async Task Seal_RacingAnErasure_IsUnreadableAndSweptByARepetition()
    {
        var vault = await AVault.MakeAsync(storage);

        for (var round = 0; round < 20; round++)
        {
            var id = $"c{round}";
            await vault.Store.SealAsync(id, "name", "A. Observer", Stop);
            await Task.WhenAll(vault.Store.EraseAsync(id, Stop), vault.Store.SealAsync(id, "contact", "a@example.org", Stop));

            Assert.Null(await vault.Store.OpenAsync(id, "name", Stop));
            Assert.Null(await vault.Store.OpenAsync(id, "contact", Stop));
            Assert.False(await vault.Store.SealAsync(id, "contact", "a@example.org", Stop));
            await vault.Store.EraseAsync(id, Stop);
        }

        Assert.All(await vault.RowsAsync(), row => Assert.Equal("key", row.RowKey));
    }

    [Fact]
    public async Task Rewrap_ErasedComplaint_StaysErased()
    {
        var (old, fresh) = (AVault.Entry("k1"), AVault.Entry("k2"));
        var vault = await AVault.MakeAsync(storage, VaultKeys.Parse(old));
        await vault.Store.SealAsync("c1", "name", "A. Observer", Stop);
        await vault.Store.EraseAsync("c1", Stop);

        Assert.Equal(new Rotated("k2", 0, 0, 0), await vault.With(VaultKeys.Parse($"{fresh},{old}")).RewrapAsync(Stop));
        Assert.False(await vault.Store.SealAsync("c1", "name", "A. Observer", Stop));
    }
}
