using System.Diagnostics;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Complaints.Storage.Codes;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Codes;

/// <summary>Receipt codes as they are kept.</summary>
public sealed class CodeStoreTests(TestStorage storage)
{
    private const string Code = "4F7K2Q9DM0ZT8C3WXH5R";
    private const string Id = "kz21p-4f7k2q9d-x";
    private static readonly Instant Now = Instant.FromUtc(2021, 1, 10, 12, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replace_AndFind_GivesTheHashBack()
    {
        var table = await TableAsync();
        var codes = new CodeStore(table);

        Assert.Null(await codes.FindAsync(Id, Stop));
        Assert.True(await codes.ReplaceAsync(Id, null, SlowHash.Of(Code), "request-1", "u-by", Now, Stop));
        var kept = await codes.FindAsync(Id, Stop);

        Assert.True(kept!.Hash.Fits(Code));
        Assert.False(kept.Hash.Fits(Code[..^1] + "S"));
        Assert.True(kept.Answered("request-1"));
        var row = (await table.GetEntityAsync<TableEntity>(Id, "code", cancellationToken: Stop)).Value;
        await codes.ReplaceAsync("kz21p-4f7k2q9d-y", null, SlowHash.Of(Code), "request-1", "u-by", Now, Stop);
        var same = (await table.GetEntityAsync<TableEntity>("kz21p-4f7k2q9d-y", "code", cancellationToken: Stop)).Value;
        Assert.NotEqual(row.GetBinary("Hash"), same.GetBinary("Hash")); // each has a salt of its own
        Assert.Equal((SlowHash.Cost, 16, 32), (row.GetInt32("Iterations"), row.GetBinary("Salt").Length, row.GetBinary("Hash").Length));
    }

    [Fact]
    public async Task Replace_WhatSomebodyElseReplaced_ChangesNothing()
    {
        var codes = new CodeStore(await TableAsync());
        await codes.ReplaceAsync(Id, null, SlowHash.Of(Code), "request-1", "u-by", Now, Stop);
        var read = await codes.FindAsync(Id, Stop);

        Assert.False(await codes.ReplaceAsync(Id, null, SlowHash.Of(Code), "request-2", "u-by", Now, Stop));
        Assert.True(await codes.ReplaceAsync(Id, read, SlowHash.Of(Code), "request-3", "u-by", Now, Stop));
        Assert.False(await codes.ReplaceAsync(Id, read, SlowHash.Of(Code), "request-4", "u-by", Now, Stop));

        var kept = await codes.FindAsync(Id, Stop);
        Assert.Equal((true, false, true, false), (kept!.Answered("request-1"), kept.Answered("request-2"), kept.Answered("request-3"), kept.Answered("request-4")));
    }

    // One made when hashes were cheaper fits, and asking it takes as long as asking one of today or none.
    [Fact]
    public void Fits_OlderCost_TakesAsLong()
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var old = new SlowHash(salt, Rfc2898DeriveBytes.Pbkdf2(Code, salt, 1000, HashAlgorithmName.SHA512, 32), 1000);
        var today = SlowHash.Of(Code);

        Assert.True(old.Fits(Code));
        Assert.False(SlowHash.OfNothing.Fits(Code));
        SlowHash[] hashes = [old, today, SlowHash.OfNothing];

        // Side by side, so that a busy machine slows all.
        var rounds = Enumerable.Range(0, 7).Select(_ => hashes.Select(TimeOf).ToArray()).ToList();
        var medians = hashes.Select((_, which) => rounds.Select(round => round[which]).Order().ElementAt(3)).ToArray();
        Assert.All(medians, each => Assert.InRange(each / medians[1], 0.4, 2.5));
    }

    private static TimeSpan TimeOf(SlowHash hash)
    {
        var watch = Stopwatch.StartNew();
        hash.Fits("00000000000000000000");
        return watch.Elapsed;
    }

    private async Task<TableClient> TableAsync()
    {
        var table = new TableClient(storage.ConnectionString, TestStorage.NewName("codes"));
        await table.CreateAsync(Stop);
        return table;
    }
}
