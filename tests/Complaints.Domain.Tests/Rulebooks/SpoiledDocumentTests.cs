using System.Text.Json.Nodes;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>Whatever stands in whatever place of a document, reading it ends with a rulebook or with faults, never with an exception.</summary>
public sealed class SpoiledDocumentTests
{
    private static readonly string[] Spoils = ["null", "true", "-7", "\"x\"", "[]", "[1, null]", "[\"x\"]", "{}", "{ \"id\": {} }", "1e30"];

    [Fact]
    public void Read_AnyPlaceSpoiled_EndsWithAnAnswer()
    {
        var places = Places(ADocument.Whole(), []).ToArray();
        var answered = 0;

        foreach (var place in places)
        {
            foreach (var spoil in Spoils)
            {
                var document = ADocument.Whole();
                Set(document, place, JsonNode.Parse(spoil));
                var read = ADocument.Read(document);
                Assert.True(read.IsAllowed(out _) || read.Refusals.All(fault => fault.Field!.StartsWith('$')));
                answered++;
            }
        }

        Assert.True(answered > 1500, $"{answered} documents were read.");
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path) => node switch
    {
        JsonObject item => item.SelectMany(pair => Places(pair.Value, [.. path, pair.Key]).Prepend([.. path, pair.Key])),
        JsonArray list => list.SelectMany((value, index) => Places(value, [.. path, index]).Prepend([.. path, index])),
        _ => [],
    };

    private static void Set(JsonNode document, object[] path, JsonNode? value)
    {
        var at = path[..^1].Aggregate(document, (node, step) => step is int index ? node[index]! : node[(string)step]!);

        if (path[^1] is int last)
        {
            at[last] = value;
        }
        else
        {
            at[(string)path[^1]] = value;
        }
    }
}
