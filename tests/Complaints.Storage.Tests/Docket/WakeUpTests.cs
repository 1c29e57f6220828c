using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Docket;

/// <summary>Each complaint has one wake-up, and it is always where the head says.</summary>
public sealed class WakeUpTests(TestStorage storage)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_WakeUpMoves_TheOldRowGoesAndTheNewOneComes()
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();

        var lodged = await docket.SaveAsync(drafted, ADocket.Lodge(drafted.Value));

        Assert.NotEqual(drafted.WakeUpAt, lodged.WakeUpAt);
        await HasOneWakeUpAsync(docket, lodged);
    }

    [Theory]
    [InlineData("2020-12-14T10:00:00+06:00")]
    [InlineData("2020-12-14T10:00:00.1234567+06:00")] // finer than a key holds
    public async Task Save_WakeUpStays_IsReplacedInPlace(string lodgedAt)
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();
        var wakeUp = ADocket.At(lodgedAt) + Duration.FromDays(2);
        var first = await WakeAsync(docket, drafted, wakeUp);

        var second = await WakeAsync(docket, await docket.FindAsync(first.Value.Id), wakeUp);
        var third = await WakeAsync(docket, second, wakeUp);

        Assert.Equal(first.WakeUpAt, third.WakeUpAt);
        await HasOneWakeUpAsync(docket, third);
    }

    [Fact]
    public async Task Save_WakeUpIsDue_SurvivesAPersonsSave()
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();
        var late = ADocket.Note(drafted.Value, "2020-12-17T10:00:00+06:00");
        Assert.True(drafted.WakeUpAt < late.Events[0].RecordedAt);
        Assert.NotEqual(drafted.WakeUpAt, Watch.Next(late.Complaint, late.Events[0].RecordedAt));

        var noted = await docket.SaveAsync(drafted, late);

        Assert.Equal(drafted.WakeUpAt, noted.WakeUpAt);
        await HasOneWakeUpAsync(docket, noted);
    }

    [Fact]
    public async Task Save_WakeUpOfAComplaintChangedMeanwhile_IsRefusedAndNothingIsSaved()
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();
        var found = Watch.At(drafted.Value, drafted.WakeUpAt!.Value, drafted.WakeUpAt.Value);
        var lodged = await docket.SaveAsync(drafted, ADocket.Lodge(drafted.Value));

        var refused = await docket.Store.SaveAsync(drafted, found, Stop);

        Assert.Equal(DocketStore.ChangedMeanwhile, refused.Refusals.Single());
        await HasOneWakeUpAsync(docket, lodged);
        Assert.DoesNotContain(await docket.RowsAsync(), row => row.RowKey.StartsWith("o:", StringComparison.Ordinal));
        await docket.VerifyAsync(drafted.Value.Id, 2);
    }

    [Fact]
    public async Task Save_WhatAWakeUpFound_MovesItOnAndPutsNoticesOut()
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();
        var now = drafted.WakeUpAt!.Value + Duration.FromMinutes(1);
        var found = Watch.At(drafted.Value, drafted.WakeUpAt.Value, now);
        Assert.NotEmpty(found.Alerts);

        Assert.True((await docket.Store.SaveAsync(drafted, found, Stop)).IsAllowed(out var woken));

        await HasOneWakeUpAsync(docket, woken);
        Assert.True(Reference.Parse(woken.Value.Id).IsAllowed(out var reference));
        Assert.Equal(found.Alerts.OrderBy(each => each.Id), (await docket.Due.AlertsAsync(ADocket.Election, reference.Shard, now, Stop)).OrderBy(each => each.Id));
    }

    [Fact]
    public async Task WakeUps_UpToNow_ComeInOrderInOneRequestAShard()
    {
        var docket = await ADocket.MakeAsync(storage);
        var stored = new List<Stored<Complaint>>();

        for (var number = 0; number < 6; number++)
        {
            var drafted = await docket.SavedAsync();
            stored.Add(await WakeAsync(docket, drafted, ADocket.At("2021-01-01T00:00:00+06:00") + Duration.FromMilliseconds(999 - number)));
        }

        await using var proxy = await docket.ProxyAsync();
        var due = new DueStore(docket.Through(proxy));
        var now = ADocket.At("2021-01-01T00:00:00.996+06:00");
        var found = new List<Due>();

        foreach (var shard in DueStore.Shards)
        {
            found.AddRange(await due.WakeUpsAsync(ADocket.Election, shard, now, Stop));
        }

        Assert.Equal(DueStore.Shards.Length, proxy.Seen.Count);
        Assert.Equal(stored.Where(each => each.WakeUpAt <= now).Select(each => each.Value.Id).Order(), found.Select(each => each.Reference.Id).Order());
        Assert.All(found.GroupBy(each => each.Reference.Shard), shard => Assert.Equal(shard.Select(each => each.At).Order(), shard.Select(each => each.At)));
    }

    [Fact]
    public async Task Forget_WakeUpThatCameBackToTheSameInstant_LeavesIt()
    {
        var docket = await ADocket.MakeAsync(storage);
        var wakeUp = ADocket.At("2020-12-20T10:00:00+06:00");
        var first = await WakeAsync(docket, await docket.SavedAsync(), wakeUp);
        Assert.True(Reference.Parse(first.Value.Id).IsAllowed(out var reference));
        var seen = (await docket.Due.WakeUpsAsync(ADocket.Election, reference.Shard, wakeUp, Stop)).Single();
        var away = await WakeAsync(docket, first, wakeUp + Duration.FromDays(1));
        var back = await WakeAsync(docket, away, wakeUp);

        await docket.Due.ForgetAsync(ADocket.Election, seen, Stop);

        await HasOneWakeUpAsync(docket, back);
        var seenNow = (await docket.Due.WakeUpsAsync(ADocket.Election, reference.Shard, wakeUp, Stop)).Single();
        await docket.Due.ForgetAsync(ADocket.Election, seenNow, Stop);
        await docket.Due.ForgetAsync(ADocket.Election, seenNow, Stop);
        Assert.DoesNotContain(await docket.RowsAsync(), row => row.RowKey.StartsWith("w:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Close_NoticeClosedByTwoHosts_IsInTheLogOnceAndNotInTheOutbox()
    {
        var docket = await ADocket.MakeAsync(storage);
        var drafted = await docket.SavedAsync();
        var now = drafted.WakeUpAt!.Value;
        var found = Watch.At(drafted.Value, now, now);
        Assert.True((await docket.Store.SaveAsync(drafted, found, Stop)).IsAllowed(out _));
        Assert.True(Reference.Parse(drafted.Value.Id).IsAllowed(out var reference));

        await docket.Due.CloseAsync(ADocket.Election, reference, found.Alerts[0], now, "logged", Stop);
        await docket.Due.CloseAsync(ADocket.Election, reference, found.Alerts[0], now, "withdrawn", Stop);

        Assert.DoesNotContain(found.Alerts[0], await docket.Due.AlertsAsync(ADocket.Election, reference.Shard, now, Stop));
        var log = (await docket.RowsAsync()).Single(row => row.RowKey.StartsWith("a:", StringComparison.Ordinal));
        Assert.Equal("logged", log.GetString("Became"));
    }

    private static async Task<Stored<Complaint>> WakeAsync(ADocket docket, Stored<Complaint> stored, Instant next)
    {
        Assert.True((await docket.Store.SaveAsync(stored, new WakeUp(null, [], next), Stop)).IsAllowed(out var saved));
        return saved;
    }

    private static async Task HasOneWakeUpAsync(ADocket docket, Stored<Complaint> stored)
    {
        var row = (await docket.RowsAsync(stored.Value.Id)).Single(each => each.RowKey.StartsWith("w:", StringComparison.Ordinal));
        Assert.Equal($"w:{stored.WakeUpAt:uuuuMMdd'T'HHmmssfff'Z'}:{stored.Value.Id}", row.RowKey);
        Assert.Equal(stored.WakeUpAt, (await docket.FindAsync(stored.Value.Id, docket.Host())).WakeUpAt);
    }
}
