using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>Two versions side by side: every place in which they differ, with what each says there.</summary>
public sealed class LawComparisonTests
{
    [Fact]
    public void Between_ALawAndItself_IsNothing() => Assert.Empty(LawComparison.Between(ALaw.Shipped, ALaw.Shipped));

    [Theory]
    [InlineData("""{ "limits": { "kz.file.10": { "length.value": 15 } } }""", "limits.kz.file.10.length.value", "10", "15")]
    [InlineData("""{ "rectification": { "allowed": true, "basis": ["EL-49"], "status": "public" } }""", "rectification.allowed", "false", "true")]
    [InlineData("""{ "windows": { "kz.eday5": { "fromDaysBefore": 3 } } }""", "windows.kz.eday5.fromDaysBefore", "5", "3")]
    [InlineData("""{ "removeReadings": ["AMB-03"] }""", "readings.AMB-03.roll", null, null)]
    public void Between_OneChange_NamesThePlaceAndBothSayings(string changes, string place, string? before, string? after)
    {
        var found = LawComparison.Between(ALaw.Shipped, ALaw.Of(changes));
        var difference = Assert.Single(found, each => each.Place == place);
        Assert.True(difference.CanMoveDates);

        if (before is not null)
        {
            Assert.Equal((before, after), (difference.Before, difference.After));
        }
        else
        {
            Assert.Null(difference.After);
            Assert.Null(difference.Field);
        }
    }

    [Fact]
    public void Between_OnlyWordsChanged_MovesNoDate()
    {
        var found = LawComparison.Between(ALaw.Shipped, ALaw.Of("""{ "limits": { "kz.file.10": { "name.en": "Ten days to complain", "note": "x" } }, "name": "KZ" }"""));
        Assert.Equal(["limits.kz.file.10.name.en", "limits.kz.file.10.note", "name"], found.Select(each => each.Place));
        Assert.DoesNotContain(found, each => each.CanMoveDates);
    }

    [Fact]
    public void Between_AnyTwoShipped_DifferInBothDirections()
    {
        var all = ShippedLaw.Rulebooks.Values;

        foreach (var (one, other) in all.SelectMany(one => all.Where(other => other != one).Select(other => (one, other))))
        {
            Assert.Equal(
                LawComparison.Between(one, other).Select(each => (each.Place, each.Before, each.After)),
                LawComparison.Between(other, one).Select(each => (each.Place, each.After, each.Before)));
        }
    }

    [Fact]
    public void Between_DayOffAdded_NamesTheDay() =>
        Assert.Equal(
            new LawDifference("calendar", "2021-01-18", null, null, "\"day of mourning\""),
            Assert.Single(LawComparison.Between(ALaw.Shipped, ALaw.WithDayOff("2021-01-18"))));
}
