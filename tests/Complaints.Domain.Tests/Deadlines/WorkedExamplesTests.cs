using System.Text;
using System.Text.Json.Nodes;
using Complaints.Domain.Deadlines.Examples;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Rulebooks;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>A rulebook whose worked examples the program does not count as written cannot be published.</summary>
public sealed class WorkedExamplesTests
{
    public static TheoryData<string> Shipped => [.. ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Prove_ShippedRulebook_AgreesWithItsExamples(string id) =>
        Assert.Empty(WorkedExamples.Prove(ShippedLaw.Rulebooks[id]).Refusals.Select(fault => $"{fault.Field}: {fault.Message}"));

    [Theory]
    [InlineData("examples[0].expected.lastDay", "\"2020-12-29\"", "example", "$.examples[0].expected.lastDay")]
    [InlineData("examples[0].expected.dueExclusiveUtc", "\"2020-12-30T17:59:59Z\"", "example", "$.examples[0].expected.dueExclusiveUtc")]
    [InlineData("examples[0].expected.dueExclusiveUtc", "null", "example", "$.examples[0].expected.dueExclusiveUtc")]
    [InlineData("examples[0].expected.mode", "\"immediate\"", "example", "$.examples[0].expected.mode")]
    [InlineData("examples[0].expected.limit", "\"hours\"", "example", "$.examples[0].expected.limit")]
    [InlineData("examples[0].expected.latestUtc", "\"2021-01-30T18:00:00Z\"", "example", "$.examples[0].expected.latestUtc")]
    [InlineData("examples[0].expected.benchmark", "\"noon\"", "example", "$.examples[0].expected.benchmark")]
    [InlineData("examples[0].expected.mood", "\"angry\"", "unknown-key", "$.examples[0].expected.mood")]
    [InlineData("examples[0].alternatives[0].lastMomentLocal", "\"2020-12-28T23:59:59+06:00\"", "example", "$.examples[0].alternatives[0]")]
    [InlineData("examples[0].alternatives[0].ambiguities", "[\"AMB-9\"]", "example", "$.examples[0].alternatives[0]")]
    [InlineData("examples[0].checks[0].overall", "\"Late\"", "example", "$.examples[0].checks[0].overall")]
    [InlineData("examples[0].checks[0].primary", "\"Late\"", "example", "$.examples[0].checks[0].primary")]
    [InlineData("examples[0].checks[0].secondsAfterPrimaryDue", "0", "example", "$.examples[0].checks[0].secondsAfterPrimaryDue")]
    [InlineData("examples[0].checks[0].instantUtc", "", "missing", "$.examples[0].checks[0].instantUtc")]
    [InlineData("examples[0].ask", "", "missing", "$.examples[0].ask")]
    [InlineData("examples[0].ask.rulebook", "\"KZ-2020\"", "value", "$.examples[0].ask.rulebook")]
    [InlineData("examples[0].ask.limit", "\"nothing\"", "example", "$.examples[0].ask")]
    [InlineData("examples[0].ask.countedFrom", "\"14 December\"", "value", "$.examples[0].ask.countedFrom")]
    [InlineData("examples[0].ask.countedFrom", "", "missing", "$.examples[0].ask.countedFrom")]
    [InlineData("examples[0].ask.forumZone", "\"Asia/Atlantis\"", "value", "$.examples[0].ask.forumZone")]
    [InlineData("examples[]", """{ "id": "X1", "ask": { "forum": "HIGH", "countedFrom": "2020-12-14T10:00:00+06:00", "limit": "hours" }, "expected": {} }""", "duplicate", "$.examples[1].id")]
    public void Prove_ExampleThatDisagrees_NamesItsPlace(string place, string json, string code, string path) =>
        Assert.Contains(($"rulebook.{code}", path), ADocument.Read(ADocument.With(place, json)).Refusals.Select(fault => (fault.Code, fault.Field!)));

    // The law is changed and its examples are not: what was worked under the other version says so.
    [Fact]
    public void Prove_LawChangedUnderAnExample_Disagrees()
    {
        var faults = ADocument.Read(ADocument.With("limits[1].length.value", "6")).Refusals;

        Assert.Contains("$.examples[0].expected.lastDay", faults.Select(fault => fault.Field));
        Assert.Contains("Counted is 2020-12-31, not 2020-12-30.", faults.Select(fault => fault.Message));
    }

    [Fact]
    public void Read_DocumentBasedOnAnother_HasOnlyItsOwnExamples()
    {
        var document = (JsonObject)JsonNode.Parse("""
            {
              "schemaVersion": 1, "id": "XX-2", "version": 1, "basedOn": "KZ-2020", "changes": { "limits": { "kz.file.10": { "length.value": 15 } } },
              "examples": [ {
                "id": "X1", "ask": { "limit": "kz.file.10", "forum": "SC", "countedFrom": "2020-12-04T12:00:00+06:00", "electionDay": null }, "expected": { "lastDay": "2020-12-19" }
              } ]
            }
            """)!;

        Assert.True(ADocument.Read(document).IsAllowed(out var law));
        Assert.Single(JsonNode.Parse(law!.Document)!["examples"]!.AsArray());
        document["examples"]![0]!["expected"]!["lastDay"] = "2020-12-14";
        Assert.Equal("$.examples[0].expected.lastDay", Assert.Single(ADocument.Read(document).Refusals).Field);
        document.Remove("examples");
        Assert.True(RulebookReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).IsAllowed(out var bare));
        Assert.Null(JsonNode.Parse(bare!.Document)!["examples"]);
    }
}
