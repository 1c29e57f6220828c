using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>The forty worked deadlines, each with the body to ask them with.</summary>
internal static class WorkedExamples
{
    private static readonly JsonObject[] All = Read();

    public static IEnumerable<string> Ids => All.Select(example => example["id"]!.GetValue<string>());

    public static JsonObject Find(string id) => All.Single(example => example["id"]!.GetValue<string>() == id);

    /// <summary>The body of one example, with one field changed, or left out where the JSON is empty.</summary>
    public static string Ask(string id, string field = "", string json = "")
    {
        var ask = Find(id)["ask"]!.DeepClone().AsObject();

        if (json.Length > 0)
        {
            ask[field] = JsonNode.Parse(json);
        }
        else if (field.Length > 0)
        {
            Assert.True(ask.Remove(field), field);
        }

        return ask.ToJsonString();
    }

    private static JsonObject[] Read() =>
    [
        .. ShippedLaw.Rulebooks.Values
            .SelectMany(law => JsonNode.Parse(law.Document)!["examples"]?.AsArray() ?? [])
            .Select(example => example!.AsObject())
            .OrderBy(example => example["id"]!.GetValue<string>(), StringComparer.Ordinal),
    ];
}
