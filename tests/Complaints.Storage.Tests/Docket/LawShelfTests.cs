using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Docket;
using Complaints.Storage.Tests.Rulebooks;
using Complaints.TestKit;
using NodaTime;

namespace Complaints.Storage.Tests.Docket;

/// <summary>What one host publishes, the others find; and publishing changes no election.</summary>
public sealed class LawShelfTests(TestStorage storage)
{
    private static readonly Instant Now = Instant.FromUtc(2020, 12, 20, 9, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_VersionPublishedByAnotherHost_IsFoundAtOnce()
    {
        var (one, other) = await TwoHostsAsync();
        Assert.Equal(6, (await other.AllAsync(Stop)).Count);
        Assert.Null(await other.FindAsync("KZ-2020@2", Stop));
        Assert.True((await one.PublishAsync(ARulebook.WithDayOff("2020-12-21"), Now, "a1", Stop)).IsAllowed(out _));

        Assert.Equal("KZ@2", (await other.FindAsync("KZ-2020@2", Stop))!.Versions.Calendar);
        Assert.Equal("KZ-2020@2", (await other.OfAsync(ADocket.Election, "KZ-2020@2", Stop)).Rulebook.Version);
    }

    [Fact]
    public async Task Find_ById_IsTheNewestOnceTheHostLooksAgain()
    {
        var clock = new SetClock(Now);
        var (one, other) = await TwoHostsAsync(clock);
        Assert.Equal("KZ-2020@1", (await other.FindAsync("KZ-2020", Stop))!.Version);
        await one.PublishAsync(ARulebook.WithDayOff("2020-12-21"), Now, "a1", Stop);
        Assert.Equal("KZ-2020@2", (await one.FindAsync("KZ-2020", Stop))!.Version);
        clock.Now += Duration.FromMinutes(2);
        Assert.Equal("KZ-2020@2", (await other.FindAsync("KZ-2020", Stop))!.Version);
    }

    [Theory]
    [InlineData("KZ-2020", "KZ-2020@1")]
    [InlineData("KZ-2020@2", "KZ-2020@2")]
    [InlineData("KZ-2020@3", null)]
    public async Task ForNew_AfterAPublication_IsWhatTheElectionNames(string named, string? expected)
    {
        var (one, _) = await TwoHostsAsync();
        await one.PublishAsync(ARulebook.WithDayOff("2020-12-21"), Now, "a1", Stop);
        Assert.Equal(expected, (await one.ForNewAsync(ADocket.Election with { Rulebook = named }, Stop))?.Version);
    }

    [Fact]
    public async Task Publish_BehindTheNewest_IsRefused()
    {
        var (one, _) = await TwoHostsAsync();
        await one.PublishAsync(ARulebook.WithDayOff("2020-12-21", 5), Now, "a1", Stop);
        Assert.Equal(["rulebook.version-behind"], (await one.PublishAsync(ARulebook.WithDayOff("2020-12-21"), Now, "a1", Stop)).Refusals.Select(each => each.Code));
    }

    [Fact]
    public async Task Of_VersionThatIsGone_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await TwoHostsAsync()).One.OfAsync(ADocket.Election, "KZ-2020@9", Stop));

    [Fact]
    public async Task FindComplaint_PinnedToAPublishedVersion_IsReadUnderItByEveryHost()
    {
        var (one, other) = await TwoHostsAsync();
        var docket = await ADocket.MakeAsync(storage);
        var law = new Law(ARulebook.WithDayOff("2020-12-21"), ADocket.Election);
        await one.PublishAsync(law.Rulebook, Now, "a1", Stop);
        var saved = await docket.SavedAsync();
        var lodged = await docket.SaveAsync(saved, ADocket.Lodge(saved.Value));
        Assert.True(lodged.Value.Repin(law, "day of mourning", ADocket.At("2020-12-15T10:00:00+06:00"), "c1").IsAllowed(out var repinning));
        await docket.SaveAsync(lodged, repinning!.Change);

        var read = (await docket.FindAsync(lodged.Value.Id, docket.Host(shelf: other))).Value;
        Assert.Equal(("KZ-2020@2", ADocket.At("2020-12-23T00:00:00+06:00")), (read.Law.Rulebook.Version, read.LimitPassedAt(1)));
        Assert.Equal("KZ-2020@1", (await docket.Host(shelf: other).AsItWasAsync(read, 2, Stop)).Law.Rulebook.Version);
    }

    private async Task<(LawShelf One, LawShelf Other)> TwoHostsAsync(TimeProvider? clock = null)
    {
        var table = await ARulebook.TableAsync(storage);
        return (new(ShippedLaw.Rulebooks, table.Store(), clock), new(ShippedLaw.Rulebooks, table.Store(), clock));
    }
}
