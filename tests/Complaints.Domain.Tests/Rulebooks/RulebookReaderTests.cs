using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Deadlines;
using NodaTime;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>Reading a rulebook document names every fault at once, with the JSON path of its place.</summary>
public sealed class RulebookReaderTests
{
    [Fact]
    public void Read_WholeDocument_IsAllowed()
    {
        var read = ADocument.Read(ADocument.Whole());

        Assert.True(read.IsAllowed(out var rulebook), string.Join("; ", read.Refusals));
        Assert.Equal("XX-1@3", rulebook!.Version);
        Assert.Equal(64, rulebook.Hash.Length);
        Assert.Equal(["EL-49"], rulebook.Sources.Select(source => source.Key));
    }

    [Theory]
    [InlineData("id", "", "missing", "$.id")]
    [InlineData("surprise", "1", "unknown-key", "$.surprise")]
    [InlineData("schemaVersion", "2", "value", "$.schemaVersion")]
    [InlineData("version", "\"3\"", "kind", "$.version")]
    [InlineData("calendar", "\"YY\"", "reference", "$.calendar")]
    [InlineData("calendar", "", "missing", "$.calendar")]
    [InlineData("defaultZone", "\"Asia/Atlantis\"", "value", "$.defaultZone")]
    [InlineData("defaultZone", "\"UTC+06\"", "value", "$.defaultZone")]
    [InlineData("validFrom", "\"1 May\"", "value", "$.validFrom")]
    [InlineData("dayCount.start", "\"someday\"", "value", "$.dayCount.start")]
    [InlineData("dayCount", "", "missing", "$.dayCount")]
    [InlineData("forums[0].next", "[\"NOWHERE\"]", "reference", "$.forums[0].next")]
    [InlineData("forums[0].next", "", "missing", "$.forums[0].next")]
    [InlineData("forums[0].instance", "", "missing", "$.forums[0].instance")]
    [InlineData("forums[0].instance", "\"parliament\"", "value", "$.forums[0].instance")]
    [InlineData("forums[0].level", "", "missing", "$.forums[0].level")]
    [InlineData("forums[2].level", "1", "value", "$.forums[2].level")]
    [InlineData("forums[1].id", "\"LOW\"", "duplicate", "$.forums[1].id")]
    [InlineData("forums[2].next", "[\"HIGH\"]", "circle", "$.forums[2].next")]
    [InlineData("forums[0].zone", "\"Asia/Atlantis\"", "value", "$.forums[0].zone")]
    [InlineData("forums[]", """{ "id": "LOST", "name": "x", "kind": "court", "instance": "court", "next": [], "zone": "place" }""", "unreachable", "$.forums[3].id")]
    [InlineData("jurisdictionRules[0].firstInstance", "[\"NOWHERE\"]", "reference", "$.jurisdictionRules[0].firstInstance")]
    [InlineData("jurisdictionRules[0].firstInstance", "[]", "missing", "$.jurisdictionRules[0].firstInstance")]
    [InlineData("jurisdictionRules[0].when.challengedActor", "\"NOBODY\"", "value", "$.jurisdictionRules[0].when.challengedActor")]
    [InlineData("forums[2].standing", "[\"beadle\"]", "value", "$.forums[2].standing")]
    [InlineData("forums[2].alsoHears", "\"gossip\"", "value", "$.forums[2].alsoHears")]
    [InlineData("standing[0].who", "\"everybody\"", "value", "$.standing[0].who")]
    [InlineData("standing[0].who", "\"anyone\"", "value", "$.standing[0].complainantType")]
    [InlineData("standing[0].complainantType", "[\"passer-by\"]", "value", "$.standing[0].complainantType")]
    [InlineData("standing[0].parliament", "\"kz-2021\"", "value", "$.standing[0].parliament")]
    [InlineData("standing[0].appliesTo.forum", "[\"NOWHERE\"]", "reference", "$.standing[0].appliesTo.forum")]
    [InlineData("standing[0].says", "", "missing", "$.standing[0].says")]
    [InlineData("standing[]", """{ "id": "x", "appliesTo": {}, "who": "officeHolders", "says": "x", "basis": [], "status": "unknown" }""", "missing", "$.standing[1].appliesTo.forum")]
    [InlineData("standing[]", """{ "id": "x", "appliesTo": { "forum": "LOW" }, "who": "officeHolders", "parliament": "xx", "says": "x", "basis": [], "status": "unknown" }""", "reference", "$.standing[1].parliament")]
    [InlineData("standing[]", """{ "id": "x", "appliesTo": { "forum": "COURT" }, "who": "anyone", "says": "x", "basis": [], "status": "unknown" }""", "tie", "$.standing[1]")]
    [InlineData("form[0].required", "[\"seal\"]", "value", "$.form[0].required")]
    [InlineData("form[0].appliesTo", "", "missing", "$.form[0].appliesTo")]
    [InlineData("form[0].appliesTo.mood", "\"angry\"", "unknown-key", "$.form[0].appliesTo.mood")]
    [InlineData("form[]", """{ "id": "x", "appliesTo": {}, "required": ["date"], "says": "x", "basis": [], "status": "unknown" }""", "basis", "$.form[1].required")]
    [InlineData("windows[0].effect", "\"decide\"", "reference", "$.windows[0].effect")]
    [InlineData("limits[0].basis", "[]", "basis", "$.limits[0].basis")]
    [InlineData("limits[0].basis", "[\"HEARSAY: page 3\"]", "reference", "$.limits[0].basis")]
    [InlineData("limits[0].status", "", "missing", "$.limits[0].status")]
    [InlineData("limits[0].status", "\"rumour\"", "value", "$.limits[0].status")]
    [InlineData("limits[1].assumption", "", "assumption", "$.limits[1].assumption")]
    [InlineData("limits[1].assumption", "\"A-2\"", "reference", "$.limits[1].assumption")]
    [InlineData("forums[0].status", "", "missing", "$.forums[0].status")]
    [InlineData("forums[0].basis", "[]", "basis", "$.forums[0].basis")]
    [InlineData("forums[1].counts[0].asOf", "", "missing", "$.forums[1].counts[0].asOf")]
    [InlineData("forums[1].counts[0].status", "", "missing", "$.forums[1].counts[0].status")]
    [InlineData("parallel", """{ "onBoth": "commissionSuspends" }""", "missing", "$.parallel.status")]
    [InlineData("rectification", """{ "allowed": true }""", "missing", "$.rectification.status")]
    [InlineData("forwarding", """{ "duty": true, "status": "public" }""", "basis", "$.forwarding.basis")]
    [InlineData("restoration", """{ "allowed": null, "status": "unknown" }""", "missing", "$.restoration.missing")]
    [InlineData("policies", """[{ "topic": "receipt", "rules": {}, "basis": ["EL-49"] }]""", "missing", "$.policies[0].status")]
    [InlineData("readings[0].status", "\"public\"", "basis", "$.readings[0].basis")]
    [InlineData("readings[0].basis", "[\"EL-49\"]", "missing", "$.readings[0].status")]
    [InlineData("form[]", """{ "id": "x", "appliesTo": {}, "recommended": ["date"], "says": "x", "basis": [], "status": "unknown" }""", "missing", "$.form[1].missing")]
    [InlineData("dayCount.status", "\"unknown\"", "value", "$.dayCount.status")]
    [InlineData("limits[0].status", "\"unknown\"", "value", "$.limits[0].status")]
    [InlineData("limits[0].status", "\"unknown\"", "missing", "$.limits[0].missing")]
    [InlineData("assumptions[]", """{ "id": "A-2", "text": "x", "ambiguity": "AMB-1" }""", "unused", "$.assumptions[1]")]
    [InlineData("ambiguities[]", """{ "id": "AMB-2", "question": "x", "primaryReading": "x" }""", "unused", "$.ambiguities[1]")]
    [InlineData("limits[0].appliesTo", """{ "forum": "LOW", "matter": "appeal" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("limits[0].appliesTo", """{ "forum": "HIGH", "matter": "appeal", "target": "ownDecision" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("limits[0].appliesTo", """{ "matter": "complaint", "target": "lowerCommissionDecision" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("limits[0].appliesTo", """{ "matter": "application", "target": "action" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("limits[0].appliesTo", """{ "matter": "inaction", "target": "ownDecision" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("limits[0].appliesTo", """{ "forum": "HIGH", "target": "ownDecision", "challengedActor": "LOW" }""", "never-met", "$.limits[0].appliesTo")]
    [InlineData("forums[0].instance", "null", "never-met", "$.limits[4].appliesTo")]
    [InlineData("limits[1].window", "", "never-met", "$.limits[3].appliesTo")]
    [InlineData("limits[0].trigger", "\"fullMoon\"", "value", "$.limits[0].trigger")]
    [InlineData("limits[0].length.unit", "\"fortnight\"", "value", "$.limits[0].length.unit")]
    [InlineData("limits[0].length.value", "0", "value", "$.limits[0].length.value")]
    [InlineData("limits[0].length.value", "9999", "value", "$.limits[0].length.value")]
    [InlineData("limits[0].length.value", "", "missing", "$.limits[0].length.value")]
    [InlineData("limits[3].length.value", "5", "value", "$.limits[3].length.value")]
    [InlineData("limits[0].cap", """{ "at": "electionDay+999", "edge": "endOfDay" }""", "value", "$.limits[0].cap.at")]
    [InlineData("windows[0].fromDaysBefore", "-2", "value", "$.windows[0].fromDaysBefore")]
    [InlineData("windows[0].toDaysAfter", "", "missing", "$.windows[0].toDaysAfter")]
    [InlineData("readings[0].change", """{ "length": -1 }""", "value", "$.readings[0].change.length")]
    [InlineData("limits[0].length.value", "1.5", "kind", "$.limits[0].length.value")]
    [InlineData("limits[0].length.unit", "\"dayAtTime\"", "value", "$.limits[0].time")]
    [InlineData("limits[0].appliesTo.matter", "[\"quarrel\"]", "value", "$.limits[0].appliesTo.matter")]
    [InlineData("limits[0].appliesTo.subject", "[\"voting\"]", "value", "$.limits[0].appliesTo.subject")]
    [InlineData("limits[0].cap", """{ "at": "electionNight", "edge": "endOfDay" }""", "value", "$.limits[0].cap.at")]
    [InlineData("limits[0].cap", """{ "at": "electionDay" }""", "value", "$.limits[0].cap.time")]
    [InlineData("limits[2].pausable", "true", "value", "$.limits[2].pausable")]
    [InlineData("limits[2].id", "\"file\"", "duplicate", "$.limits[2].id")]
    [InlineData("limits[1].window", "\"v\"", "reference", "$.limits[1].window")]
    [InlineData("readings[0].limits", "[\"nothing\"]", "reference", "$.readings[0].limits")]
    [InlineData("readings[0].ambiguity", "\"AMB-9\"", "reference", "$.readings[0].ambiguity")]
    [InlineData("readings[0].change", "{}", "missing", "$.readings[0].change")]
    [InlineData("readings[0].change", """{ "expression": "x + 1" }""", "unknown-key", "$.readings[0].change.expression")]
    [InlineData("readings[0].change", """{ "startFrom": "knownAt" }""", "value", "$.readings[0].needs")]
    [InlineData("readings[0].change", """{ "afterSuspension": "restart" }""", "value", "$.readings[0].needs")]
    [InlineData("readings[0].change", """{ "limit": "hours" }""", "value", "$.readings[0].change.limit")]
    [InlineData("readings[0].change", """{ "windowHoursBefore": 48 }""", "missing", "$.readings[0].change.windowAnchorTime")]
    public void Read_OneFault_NamesItAndItsPlace(string place, string json, string code, string path)
    {
        var faults = ADocument.Read(ADocument.With(place, json)).Refusals;

        Assert.Contains(($"rulebook.{code}", path), faults.Select(fault => (fault.Code, fault.Field!)));
    }

    [Fact]
    public void Read_SeveralFaults_NamesAllOfThem()
    {
        var document = ADocument.With("limits[0].trigger", "\"fullMoon\"");
        document["forums"]![0]!["next"] = new JsonArray("NOWHERE");
        document["readings"]![0]!["ambiguity"] = "AMB-9";

        Assert.Equal(
            ["$.forums[0].next", "$.limits[0].trigger", "$.readings[0].ambiguity"],
            ADocument.Read(document).Refusals.Select(fault => fault.Field!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_TwoLimitsOfTheSameWeight_IsATie()
    {
        var document = ADocument.With("limits[]", """
            { "id": "file.too", "name": "x", "kind": "filing", "obligor": "complainant", "trigger": "violationDate",
              "length": { "value": 7, "unit": "day" }, "appliesTo": { "matter": ["complaint"] }, "basis": ["EL-49"], "status": "public" }
            """);

        var fault = Assert.Single(ADocument.Read(document).Refusals);
        Assert.Equal(("rulebook.tie", "$.limits[5]"), (fault.Code, fault.Field));
    }

    [Theory]
    [InlineData("{ \"id\": ")]
    [InlineData("[]")]
    [InlineData("{ \"id\": \"a\", \"id\": \"b\" }")]
    [InlineData("null")]
    [InlineData("")]
    public void Read_NoRulebookAtAll_IsOneSyntaxFault(string text) =>
        Assert.Equal("rulebook.syntax", Assert.Single(RulebookReader.Read(Encoding.UTF8.GetBytes(text)).Refusals).Code);

    [Fact]
    public void Read_SameContentInAnotherOrder_HasTheSameHash()
    {
        var turned = new JsonObject(ADocument.Whole().Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

        Assert.Equal(HashOf(ADocument.Whole()), HashOf(turned));
        Assert.NotEqual(HashOf(ADocument.Whole()), HashOf(ADocument.With("version", "4")));
    }

    // The units no shipped rulebook uses: working days over New Year, stopped on the way, and hours.
    [Theory]
    [InlineData("file", "2020-12-30T10:00+06:00", null, null, "2021-01-06T23:59:59+06:00")]    // 31 Dec, 5 and 6 Jan
    [InlineData("decide", "2020-12-14T10:00+06:00", null, null, "2020-12-23T23:59:59+06:00")]  // 15, 18, 21, 22, 23 Dec
    [InlineData("decide", "2020-12-14T10:00+06:00", "2020-12-19T10:00+06:00", "2020-12-26T10:00+06:00", "2020-12-30T23:59:59+06:00")] // two used
    [InlineData("hours", "2020-12-14T10:00+06:00", null, null, "2020-12-16T09:59:59+06:00")]
    public void Count_WorkingDaysAndHours_GiveTheirMoment(string limit, string from, string? stayed, string? resumed, string last)
    {
        Assert.True(ADocument.Read(ADocument.Whole()).IsAllowed(out var rulebook));
        var counted = Counting.Count(rulebook!, new LimitFacts
        {
            LimitId = limit,
            Forum = "HIGH",
            ForumZone = Zones.Find("Asia/Almaty")!,
            CountedFrom = ADeadline.Moment(from),
            ElectionDay = new LocalDate(2021, 3, 1),
            Suspended = stayed is null ? null : new Suspension(ADeadline.Moment(stayed), ADeadline.Moment(resumed!)),
        });

        Assert.True(counted.IsAllowed(out var deadline));
        Assert.Equal(last, deadline!.LastMomentLocal);
    }

    private static string HashOf(JsonObject document)
    {
        Assert.True(ADocument.Read(document).IsAllowed(out var rulebook));
        return rulebook!.Hash;
    }
}
