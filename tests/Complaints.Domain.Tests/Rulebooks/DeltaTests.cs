using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>A document may say only how it differs from another.</summary>
public sealed class DeltaTests
{
    [Fact]
    public void Read_KazakhstanAfterJuly2021_DiffersAsItSays()
    {
        var before = ShippedLaw.Rulebooks["KZ-2020"];
        var after = ShippedLaw.Rulebooks["KZ-2021H2"];

        Assert.Equal(["TEC", "SMAS", "DC"], after.FindForum("PEC")!.Next!);
        Assert.Equal(["TEC", "DC"], before.FindForum("PEC")!.Next!);
        Assert.Contains("SMAS", after.FindLimit("kz.court.decide.5")!.AppliesTo.Forum);
        Assert.Equal(5, after.FindLimit("kz.court.decide.5")!.Priority);
        Assert.DoesNotContain(after.Readings, reading => reading.Ambiguity == "AMB-02");
        Assert.Equal(before.Readings.Count - 1, after.Readings.Count);
        Assert.Null(after.ValidTo);
        Assert.Null(after.Rectification.Allowed);
        Assert.False(before.Rectification.Allowed);
        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public void Read_MoldovaOf2022_HasThreeDaysForAll()
    {
        Assert.Equal(5, ShippedLaw.Rulebooks["MD-2019"].FindLimit("md.decide.cec.5")!.Length.Value);
        Assert.Equal(3, ShippedLaw.Rulebooks["MD-2022"].FindLimit("md.decide.cec.5")!.Length.Value);
        Assert.Equal("Electoral Code of Moldova (2022), art. 100", ShippedLaw.Rulebooks["MD-2022"].FindLimit("md.decide.3")!.Footing.Citation?.English);
    }

    [Theory]
    [InlineData("""{ "limits": { "kz.nothing": { "length.value": 3 } } }""", "rulebook.delta", "$.changes.limits.kz.nothing")]
    [InlineData("""{ "limits": { "kz.file.10": { "id.length": 3 } } }""", "rulebook.delta", "$.changes.limits.kz.file.10.id.length")]
    [InlineData("""{ "limits": { "kz.file.10": 3 } }""", "rulebook.delta", "$.changes.limits.kz.file.10")]
    [InlineData("""{ "removeReadings": ["AMB-99"] }""", "rulebook.delta", "$.changes.removeReadings")]
    [InlineData("""{ "addName": [1] }""", "rulebook.delta", "$.changes.addName")]
    [InlineData("[]", "rulebook.kind", "$.changes")]
    [InlineData("""{ "addForums": [ { "id": "TEC", "name": "x", "kind": "court", "instance": null, "next": [], "zone": "place" } ] }""", "rulebook.duplicate", "$.changes.addForums[0].id")]
    [InlineData("""{ "limits": { "kz.file.10": { "length.value": 0 } } }""", "rulebook.value", "$.changes.limits.kz.file.10.length.value")]
    [InlineData("""{ "dayCount": { "start": "someday" } }""", "rulebook.value", "$.changes.dayCount.start")]
    [InlineData("""{ "addReadings": [ { "id": "x" } ] }""", "rulebook.missing", "$.changes.addReadings[0].change")]
    [InlineData("""{ "removeReadings": ["AMB-18"] }""", "rulebook.unused", "$.ambiguities[17]")]
    [InlineData("""{ "removeLimits": ["kz.nothing"] }""", "rulebook.delta", "$.changes.removeLimits")]
    public void Read_ChangeThatCannotBeMade_NamesItsPlace(string changes, string code, string path)
    {
        var faults = Delta("KZ-2020", changes).Refusals;

        Assert.Contains((code, path), faults.Select(fault => (fault.Code, fault.Field!)));
    }

    [Fact]
    public void Read_OneChangeThatCannotBeMade_HidesNoOtherFault() => Assert.Equal(
        ["$.changes.limits.kz.file.10.trigger", "$.changes.limits.kz.nothing", "$.changes.removeReadings", "$.validFrom"],
        Delta("KZ-2020", """{ "removeReadings": ["AMB-99"], "limits": { "kz.nothing": { "length.value": 3 }, "kz.file.10": { "trigger": "fullMoon" } } }""", "1 May")
            .Refusals.Select(fault => fault.Field!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Read_ElementsRemoved_AreGone()
    {
        Assert.True(Delta("KZ-2020", """{ "removeReadings": ["AMB-18"], "removeAmbiguities": "AMB-18", "removeStanding": ["kz.standing.cc"] }""").IsAllowed(out var law));
        Assert.DoesNotContain(law!.Ambiguities, each => each.Id == "AMB-18");
        Assert.DoesNotContain(law.Standing, each => each.Id == "kz.standing.cc");
    }

    [Theory]
    [InlineData("XX-9")]
    [InlineData("sources")]
    public void Read_NoSuchBase_IsRefused(string basedOn) =>
        Assert.Equal(("rulebook.reference", "$.basedOn"), Delta(basedOn, "{}").Refusals.Select(fault => (fault.Code, fault.Field!)).First());

    [Fact]
    public void Read_NothingChanged_CountsAsTheBase()
    {
        Assert.True(Delta("KZ-2020", "{}").IsAllowed(out var same));
        Assert.Equal(ShippedLaw.Rulebooks["KZ-2020"].Limits.Select(limit => limit.Id), same!.Limits.Select(limit => limit.Id));
    }

    private static Result<Rulebook> Delta(string basedOn, string changes, string? validFrom = null)
    {
        var document = new JsonObject { ["schemaVersion"] = 1, ["id"] = "XX-2", ["version"] = 1, ["basedOn"] = basedOn, ["changes"] = JsonNode.Parse(changes) };

        if (validFrom is not null)
        {
            document["validFrom"] = validFrom;
        }

        return RulebookReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()));
    }
}
