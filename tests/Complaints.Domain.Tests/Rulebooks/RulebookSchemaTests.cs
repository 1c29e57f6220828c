using System.IO;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using Complaints.TestKit;
using NJsonSchema;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>The published schema: what it lets pass is what the reader knows.</summary>
public sealed class RulebookSchemaTests
{
    private static readonly string Published = Repository.PathOf("docs", "rulebook.schema.json");

    public static TheoryData<string> Shipped => [.. ShippedLaw.Rulebooks.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Schema_Published_IsWrittenFromTheClosedLists()
    {
        var schema = RulebookSchema.Write();

        if (Environment.GetEnvironmentVariable("COMPLAINTS_WRITE_DOCS") == "true")
        {
            await File.WriteAllTextAsync(Published, schema, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(Published, TestContext.Current.CancellationToken), schema);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Schema_ShippedDocument_IsValid(string id)
    {
        var schema = await SchemaAsync();
        var written = await File.ReadAllTextAsync(
            Repository.PathOf("functions", "Complaints.Domain", "Rulebooks", "shipped", $"{id}.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(written));
        Assert.Empty(schema.Validate(ShippedLaw.Rulebooks[id].Document));
    }

    [Fact]
    public async Task Schema_DayOffAdded_IsValidAsSentAndAsKept()
    {
        var schema = await SchemaAsync();
        var law = ALaw.WithDayOff("2021-01-18");
        Assert.Empty(schema.Validate(law.Document));
        Assert.Empty(schema.Validate("""
            {
              "schemaVersion": 1, "id": "KZ-2020", "version": 2, "basedOn": "KZ-2020@1",
              "changes": { "calendar": { "basedOn": "KZ@1", "version": 2, "addNonWorking": [ { "date": "2021-01-18", "name": "day of mourning" } ] } }
            }
            """));
    }

    [Theory]
    [InlineData("surprise", "1")]
    [InlineData("schemaVersion", "2")]
    [InlineData("forums", "")]
    [InlineData("forums[0].kind", "\"club\"")]
    [InlineData("forums[0].next", "")]
    [InlineData("limits[0].trigger", "\"fullMoon\"")]
    [InlineData("limits[0].length.value", "0")]
    [InlineData("limits[0].length.unit", "\"fortnight\"")]
    [InlineData("limits[0].appliesTo.mood", "\"angry\"")]
    [InlineData("readings[0].change", """{ "length": -1 }""")]
    [InlineData("form[0].required", "[\"seal\"]")]
    [InlineData("standing[0].who", "\"everybody\"")]
    public async Task Schema_SpoiledDocument_IsInvalid(string place, string json)
    {
        var schema = await SchemaAsync();

        Assert.Empty(schema.Validate(ADocument.Whole().ToJsonString()));
        Assert.NotEmpty(schema.Validate(ADocument.With(place, json).ToJsonString()));
    }

    // At every kind of object the reader is asked what it knows: by a key it cannot know.
    [Fact]
    public void Schema_EveryObject_HasTheKeysTheReaderKnows()
    {
        var root = JsonNode.Parse(RulebookSchema.Write())!.AsObject();
        var compared = new HashSet<string>(StringComparer.Ordinal);

        foreach (var law in ShippedLaw.Rulebooks.Values.Select(rulebook => rulebook.Document).Append(ADocument.Whole().ToJsonString()).Append(ALaw.WithDayOff("2021-01-18").Document))
        {
            var document = JsonNode.Parse(law)!.AsObject();

            foreach (var (node, definition) in Objects(document, root, "root", root).Where(each => compared.Add(each.Definition)).ToArray())
            {
                node["unheard-of"] = 1;
                var fault = ADocument.Read(document).Refusals.Single(refusal => refusal.Code == "rulebook.unknown-key");
                var known = fault.Message[(fault.Message.IndexOf("known are ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ");
                var schema = definition == "root" ? root : root["definitions"]![definition]!.AsObject();
                var published = schema["properties"]!.AsObject().Select(property => property.Key).Where(key => key != "changes");
                Assert.Equal(known.Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
                node.Remove("unheard-of");
            }
        }

        // Sources are shared, notes free, and a calendar's delta is whole once it is read; of the rest each is compared.
        Assert.Equal(
            root["definitions"]!.AsObject().Select(pair => pair.Key).Except(["wording", "note", "source", "place", "calendarDelta"]).Append("root").Order(StringComparer.Ordinal),
            compared.Order(StringComparer.Ordinal));
    }

    /// <summary>Every object of a document with the definition that describes it.</summary>
    private static IEnumerable<(JsonObject Node, string Definition)> Objects(JsonNode? node, JsonNode schema, string definition, JsonObject root)
    {
        while (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            definition = reference.Split('/')[^1];
            schema = root["definitions"]![definition]!;
        }

        if (definition != "root" && schema["anyOf"] is JsonArray choices)
        {
            return choices.SelectMany(choice => Objects(node, choice!, "", root));
        }

        return (node, schema["type"]?.GetValue<string>()) switch
        {
            (JsonArray list, "array") => list.SelectMany(item => Objects(item, schema["items"]!, "", root)),
            (JsonObject item, "object") when schema["additionalProperties"] is JsonValue => item
                .Where(pair => schema["properties"]![pair.Key] is not null)
                .SelectMany(pair => Objects(pair.Value, schema["properties"]![pair.Key]!, "", root))
                .Prepend((item, definition)),
            _ => [],
        };
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromJsonAsync(RulebookSchema.Write(), TestContext.Current.CancellationToken);
}
