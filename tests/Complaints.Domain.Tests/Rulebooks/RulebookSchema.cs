using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Rulebooks;

/// <summary>Writes the published JSON schema of a rulebook document from the closed lists of the program.</summary>
internal static class RulebookSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string, JsonObject)[] Footing =
    [
        ("basis", OneOrMany(Text("A source key, then the place in it, as EL-49: para 2."))),
        ("status", Codes<LegalStatus>()),
        ("assumption", OneOrMany(Text())),
        ("ambiguity", Text()),
        ("missing", Ref("wording")),
    ];

    private static readonly string[] Whole = ["name", "jurisdiction", "defaultZone", "dayCount", "forums", "limits"];

    public static string Write()
    {
        var root = Closed("A rulebook: one jurisdiction's law in force for an election, whole or as a delta of another.", ["schemaVersion", "id", "version"],
        [
            .. Footing,
            ("schemaVersion", Number(1, 1)), ("id", Name()), ("version", Number(1, 9999)), ("basedOn", Text()),
            ("name", Ref("wording")), ("jurisdiction", Text()), ("validFrom", OrNull(Date())), ("validTo", OrNull(Date())), ("defaultZone", Text()),
            ("calendar", Calendar()), ("dayCount", Ref("dayCount")), ("sources", List("source")), ("notes", List("note")), ("examples", List("example")),
            .. Lists.Select(pair => (pair.Key, List(pair.Definition))),
            ("parallel", Ref("parallel")), ("rectification", Ref("rectification")), ("forwarding", Ref("forwarding")), ("restoration", Ref("restoration")),
            ("changes", Changes()),
        ]);
        root["anyOf"] = new JsonArray(Required("basedOn"), Required(Whole));
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "Rulebook" };

        foreach (var (key, value) in root)
        {
            schema[key] = value?.DeepClone();
        }

        schema["definitions"] = new JsonObject(
            RulebookSchemaParts.All(Footing).OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, part.Schema)));
        return schema.ToJsonString(Indented) + "\n";
    }

    private static (string Key, string Definition)[] Lists =>
    [
        ("forums", "forum"), ("jurisdictionRules", "jurisdictionRule"), ("windows", "window"), ("limits", "limit"), ("readings", "reading"),
        ("standing", "standing"), ("form", "form"), ("policies", "policy"), ("assumptions", "assumption"), ("ambiguities", "ambiguity"),
    ];

    /// <summary>A shipped calendar by its name, or one of the document's own.</summary>
    private static JsonObject Calendar(params JsonObject[] also) => new() { ["anyOf"] = new JsonArray([Text("A shipped calendar."), Ref("calendar"), .. also]) };

    /// <summary>Lists are added to, elements changed by their id and a dotted path; anything else is replaced.</summary>
    private static JsonObject Changes()
    {
        var properties = new JsonObject { ["calendar"] = Calendar(Ref("calendarDelta")) };

        foreach (var (key, definition) in Lists)
        {
            properties["add" + char.ToUpperInvariant(key[0]) + key[1..]] = List(definition);
            properties["remove" + char.ToUpperInvariant(key[0]) + key[1..]] = OneOrMany(Text());
            properties[key] = new JsonObject
            {
                ["anyOf"] = new JsonArray(List(definition), new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "object" } }),
            };
        }

        return new JsonObject { ["type"] = "object", ["description"] = "How it differs from the rulebook it is based on.", ["properties"] = properties };
    }

    public static JsonObject Closed(string description, string[] required, (string Key, JsonObject Schema)[] properties)
    {
        var closed = Required(required);
        closed["description"] = description;
        closed["type"] = "object";
        closed["properties"] = new JsonObject(properties.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Schema.DeepClone())));
        closed["patternProperties"] = new JsonObject { ["^note"] = new JsonObject() };
        closed["additionalProperties"] = false;
        return closed;
    }

    public static JsonObject Text(string? description = null) =>
        description is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["description"] = description };

    public static JsonObject Name() => new() { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$" };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject Number(int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };

    public static JsonObject Date() => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

    public static JsonObject Clock() => new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" };

    public static JsonObject Codes(params IEnumerable<string> codes) => new() { ["enum"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]) };

    public static JsonObject Codes<T>() where T : struct, Enum => Codes(Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static JsonObject Ref(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    public static JsonObject List(string name) => new() { ["type"] = "array", ["items"] = Ref(name) };

    public static JsonObject OneOrMany(JsonObject schema) => new()
    {
        ["anyOf"] = new JsonArray(schema.DeepClone(), new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone() }),
    };

    public static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonObject Required(params string[] keys) =>
        keys.Length == 0 ? [] : new JsonObject { ["required"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]) };
}
