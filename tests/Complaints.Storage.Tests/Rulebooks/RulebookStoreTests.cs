using System.IO;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Rulebooks;

/// <summary>A published version lies in the table once and for good.</summary>
public sealed class RulebookStoreTests(TestStorage storage)
{
    private static readonly Instant Now = Instant.FromUtc(2020, 12, 20, 9, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Publish_LargeDocument_ComesBackAsItWas()
    {
        var table = await ARulebook.TableAsync(storage);
        var rulebook = ARulebook.Large(2);
        Assert.True((await PublishAsync(table, rulebook)).IsAllowed(out _));
        var read = await table.Store().FindAsync("KZ-2020@2", Stop);
        Assert.Equal((rulebook.Hash, rulebook.Document, rulebook.Versions), (read!.Hash, read.Document, read.Versions));
        Assert.Equal(["KZ-2020@2"], await table.Store().VersionsAsync(Stop));
    }

    [Fact]
    public async Task Publish_TheSameAgain_WritesNothing()
    {
        var table = await ARulebook.TableAsync(storage);
        await PublishAsync(table, ARulebook.WithDayOff("2020-12-21"));
        var before = await TagsAsync(table);
        Assert.True((await PublishAsync(table, ARulebook.WithDayOff("2020-12-21"))).IsAllowed(out _));
        Assert.Equal(before, await TagsAsync(table));
    }

    [Fact]
    public async Task Publish_TheSameVersionWithOtherContent_IsRefusedAndWritesNothing()
    {
        var table = await ARulebook.TableAsync(storage);
        await PublishAsync(table, ARulebook.WithDayOff("2020-12-21"));
        var before = await TagsAsync(table);
        Assert.Equal(["rulebook.version-taken"], (await PublishAsync(table, ARulebook.WithDayOff("2020-12-22", calendar: 3))).Refusals.Select(each => each.Code));
        Assert.Equal(before, await TagsAsync(table));
    }

    [Fact]
    public async Task Publish_AnotherCalendarOfTheSameName_IsRefused()
    {
        var table = await ARulebook.TableAsync(storage);
        await PublishAsync(table, ARulebook.WithDayOff("2020-12-21"));
        Assert.Equal(["rulebook.taken"], (await PublishAsync(table, ARulebook.WithDayOff("2020-12-22", 3))).Refusals.Select(each => each.Code));
        Assert.True((await PublishAsync(table, ARulebook.WithDayOff("2020-12-21", 3))).IsAllowed(out _));
    }

    [Fact]
    public async Task Publish_ManyAtOnceWithOtherContent_KeepsExactlyOne()
    {
        var table = await ARulebook.TableAsync(storage);
        Rulebook[] drafts = [.. Enumerable.Range(1, 8).Select(day => ARulebook.WithDayOff($"2020-12-{day:D2}"))];
        var results = await Task.WhenAll(drafts.Select(each => PublishAsync(table, each)));
        var kept = Assert.Single(results, each => each.IsAllowed(out _));
        Assert.True(kept.IsAllowed(out var one));
        Assert.Equal(one!.Hash, (await table.Store().FindAsync("KZ-2020@2", Stop))!.Hash);
        Assert.Equal(2, (await TagsAsync(table)).Length);
    }

    [Fact]
    public async Task Find_DocumentTamperedWith_Throws()
    {
        var table = await ARulebook.TableAsync(storage);
        await PublishAsync(table, ARulebook.WithDayOff("2020-12-21"));
        await PublishAsync(table, ARulebook.WithDayOff("2020-12-22", 3, 3));
        var row = (await table.GetEntityAsync<TableEntity>("rulebooks", "r:KZ-2020@2", cancellationToken: Stop)).Value;
        var other = (await table.GetEntityAsync<TableEntity>("rulebooks", "r:KZ-2020@3", cancellationToken: Stop)).Value;
        row["Document"] = other["Document"];
        await table.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace, Stop);
        await Assert.ThrowsAsync<InvalidDataException>(() => table.Store().FindAsync("KZ-2020@2", Stop));
    }

    [Theory]
    [InlineData("KZ-2020@2")]
    [InlineData("KZ-2020")]
    [InlineData("a/b@1")]
    [InlineData("KZ-2020@02")]
    public async Task Find_NeverPublished_IsNull(string version) =>
        Assert.Null(await (await ARulebook.TableAsync(storage)).Store().FindAsync(version, Stop));

    private static Task<Result<Rulebook>> PublishAsync(TableClient table, Rulebook rulebook) => table.Store().PublishAsync(rulebook, Now, "a1", Stop);

    private static async Task<string[]> TagsAsync(TableClient table)
    {
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: Stop).ToListAsync(Stop);
        return [.. rows.Select(row => $"{row.RowKey} {row.ETag}").Order(StringComparer.Ordinal)];
    }
}
