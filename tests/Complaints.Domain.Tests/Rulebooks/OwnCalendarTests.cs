using System.Text;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using NodaTime;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>A rulebook that is published carries its calendar, so that a day off added later is another version of both.</summary>
public sealed class OwnCalendarTests
{
    private static readonly LocalDate Mourning = new(2021, 1, 18);

    [Fact]
    public void Read_DayOffAdded_IsAnotherCalendarAndAnotherRulebook()
    {
        var law = ALaw.WithDayOff("2021-01-18");
        Assert.Equal(("KZ-2020@2", "KZ@2"), (law.Version, law.Versions.Calendar));
        Assert.Equal(ALaw.Shipped.Calendar!.DaysOff.Keys.Append(Mourning).Order(), law.Calendar!.DaysOff.Keys.Order());
        Assert.False(ALaw.Shipped.Calendar.DaysOff.ContainsKey(Mourning));
        Assert.NotEqual(ALaw.Shipped.Hash, law.Hash);
    }

    [Fact]
    public void Read_ItsOwnDocumentAgain_GivesTheSameRulebook()
    {
        var law = ALaw.WithDayOff("2021-01-18");
        Assert.True(RulebookReader.Read(Encoding.UTF8.GetBytes(law.Document), ShippedLaw.Library).IsAllowed(out var again));
        Assert.Equal((law.Hash, law.Versions, law.Document), (again!.Hash, again.Versions, again.Document));
    }

    [Fact]
    public void Read_NothingSaidOfTheCalendar_CarriesTheShippedOne()
    {
        var law = ALaw.Of("""{ "limits": { "kz.file.10": { "length.value": 15 } } }""");
        Assert.Equal("KZ@1", law.Versions.Calendar);
        Assert.Contains("\"calendar\":{", law.Document, StringComparison.Ordinal);
        Assert.Equal(ALaw.Shipped.Calendar!.DaysOff.Keys.Order(), law.Calendar!.DaysOff.Keys.Order());
    }

    [Fact]
    public void Read_BasedOnAPublishedVersion_GoesOnFromItsCalendar()
    {
        var second = ALaw.WithDayOff("2021-01-18");
        var third = ALaw.Read(
            """{ "calendar": { "basedOn": "KZ@2", "version": 3, "removeNonWorking": ["2021-01-04"], "addNonWorking": [ { "date": "2021-01-19", "name": "x" } ] } }""",
            3,
            "KZ-2020@2",
            second);
        Assert.True(third.IsAllowed(out var law));
        Assert.Equal(
            ["calendar.2021-01-04", "calendar.2021-01-19"],
            LawComparison.Between(second, law!).Select(each => each.Place));
    }

    [Theory]
    [InlineData("""{ "basedOn": "KZ@7", "version": 8 }""", "rulebook.reference", "$.changes.calendar.basedOn")]
    [InlineData("""{ "basedOn": "KZ", "version": 8 }""", "rulebook.reference", "$.changes.calendar.basedOn")]
    [InlineData("""{ "basedOn": "KZ@1", "addNonWorking": [ { "date": "2021-01-18", "name": "x" } ] }""", "rulebook.taken", "$.changes.calendar.version")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "date": "2021-01-07", "name": "x" } ] }""", "rulebook.duplicate", "$.changes.calendar.addNonWorking[0].date")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "date": "7 January", "name": "x" } ] }""", "rulebook.value", "$.changes.calendar.addNonWorking[0].date")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "name": "x" } ] }""", "rulebook.missing", "$.changes.calendar.addNonWorking[0].date")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "date": "2021-01-18", "name": "x", "why": "y" } ] }""", "rulebook.unknown-key", "$.changes.calendar.addNonWorking[0].why")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "addNonWorking": "2021-01-18" }""", "rulebook.kind", "$.changes.calendar.addNonWorking")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "removeNonWorking": ["2021-01-08"] }""", "rulebook.delta", "$.changes.calendar.removeNonWorking[0]")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "covers": { "from": "2021-01-31", "to": "2020-12-01" } }""", "rulebook.value", "$.changes.calendar.covers")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "weekend": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] }""", "rulebook.value", "$.changes.calendar.weekend")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 2, "workingDespiteWeekend": { "forumKinds": ["court"], "daysFromElection": ["tomorrow"] } }""", "rulebook.value", "$.changes.calendar.workingDespiteWeekend.daysFromElection")]
    [InlineData("""{ "basedOn": "KZ@1", "version": 0 }""", "rulebook.value", "$.changes.calendar.version")]
    [InlineData("""{ "basedOn": "KZ@1", "id": "a b", "version": 2 }""", "rulebook.value", "$.changes.calendar.id")]
    [InlineData("""{ "basedOn": { "id": "KZ" }, "version": 2 }""", "rulebook.reference", "$.changes.calendar.basedOn")]
    public void Read_CalendarThatCannotBe_NamesThePlace(string calendar, string code, string path) =>
        Assert.Contains((code, path), ALaw.Read($$"""{ "calendar": {{calendar}} }""").Refusals.Select(each => (each.Code, each.Field!)));

    [Theory]
    [InlineData("id", "\"a/b\"")]
    [InlineData("id", "\"\"")]
    [InlineData("version", "0")]
    [InlineData("version", "10000")]
    public void Read_NameThatCannotStandInAnAddress_NamesThePlace(string key, string value) =>
        Assert.Contains(("rulebook.value", $"$.{key}"), ADocument.Read(ADocument.With(key, value)).Refusals.Select(each => (each.Code, each.Field!)));
}
