using System.Text.Json.Nodes;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Turns a document that says only how it differs from another ("basedOn" and "changes") into a whole one.</summary>
internal static class Delta
{
    private const int Deepest = 8;
    private const string Added = "add";
    private const string Removed = "remove";

    /// <summary>The whole document; null, with faults noted, where there is nothing to start from.</summary>
    public static JsonObject? Resolve(JsonObject document, Library library, Faults faults)
    {
        var origins = new Origins();
        var whole = Resolve(document, library, faults, origins, depth: 0);

        if (whole is not null)
        {
            faults.TellBy(origins.Of(whole));
        }

        return whole;
    }

    private static JsonObject? Resolve(JsonObject document, Library library, Faults faults, Origins origins, int depth)
    {
        if (document["basedOn"] is not { } basedOn)
        {
            return document;
        }

        if (basedOn is not JsonValue value || !value.TryGetValue<string>(out var baseId) || library.FindDocument(baseId) is not { } text
            || depth == Deepest)
        {
            faults.Add("reference", "$.basedOn", $"There is no rulebook {basedOn} to start from; name it with its version, as id@version.");
            return null;
        }

        if (Resolve((JsonObject)JsonNode.Parse(text)!, library, faults, new Origins(), depth + 1) is not { } whole)
        {
            return null;
        }

        // An example is worked under one version: what the law it starts from gives is no example of this one.
        whole.Remove("examples");

        foreach (var (key, replacement) in document.Where(pair => pair.Key is not ("changes" or "basedOn")))
        {
            whole[key] = replacement?.DeepClone();
        }

        if (document["changes"] is JsonObject changes)
        {
            Apply(changes, whole, origins, faults);
        }
        else if (document.ContainsKey("changes"))
        {
            faults.Add("kind", "$.changes", "An object is expected.");
        }

        return whole;
    }

    private static void Apply(JsonObject changes, JsonObject whole, Origins origins, Faults faults)
    {
        foreach (var (key, change) in changes)
        {
            var path = $"$.changes.{key}";

            switch (change)
            {
                case JsonArray added when Named(key, Added) is { } list:
                    Append(added, whole, list, path, origins, faults);
                    break;
                case JsonArray or JsonValue when Named(key, Removed) is { } list:
                    Remove(change as JsonArray ?? [change.DeepClone()], whole, list, path, faults);
                    break;
                case JsonObject byId when whole[key] is JsonArray list:
                    SetById(byId, list, path, origins, faults);
                    break;
                default:
                    whole[key] = change?.DeepClone();
                    origins.Note(whole, key, path);
                    break;
            }
        }
    }

    /// <summary>The list that a key such as addLimits speaks of; null where it is no such key.</summary>
    private static string? Named(string key, string verb) =>
        key.StartsWith(verb, StringComparison.Ordinal) && key.Length > verb.Length ? char.ToLowerInvariant(key[verb.Length]) + key[(verb.Length + 1)..] : null;

    private static void Append(JsonArray added, JsonObject whole, string key, string path, Origins origins, Faults faults)
    {
        whole[key] ??= new JsonArray();

        if (whole[key] is not JsonArray list)
        {
            faults.Add("delta", path, $"'{key}' is no list to add to.");
            return;
        }

        foreach (var (index, item) in added.Index())
        {
            list.Add(item?.DeepClone());

            if (list[^1] is { } part)
            {
                origins.Note(part, $"{path}[{index}]");
            }
        }
    }

    /// <summary>Elements go by their id; readings also by the ambiguity they answer.</summary>
    private static void Remove(JsonArray dropped, JsonObject whole, string key, string path, Faults faults)
    {
        var list = whole[key] as JsonArray ?? [];

        foreach (var name in dropped.Select(item => item?.ToString()))
        {
            var gone = list.OfType<JsonObject>()
                .Where(item => item["id"]?.ToString() == name || (key == "readings" && item["ambiguity"]?.ToString() == name))
                .ToArray();

            if (gone.Length == 0)
            {
                faults.Add("delta", path, $"There is no {name} to remove.");
            }

            foreach (var item in gone)
            {
                list.Remove(item);
            }
        }
    }

    private static void SetById(JsonObject byId, JsonArray list, string path, Origins origins, Faults faults)
    {
        foreach (var (id, values) in byId)
        {
            var item = list.OfType<JsonObject>().FirstOrDefault(candidate => candidate["id"]?.ToString() == id);

            if (item is null || values is not JsonObject set)
            {
                faults.Add("delta", $"{path}.{id}", item is null ? $"There is no {id} to change." : "An object is expected.");
                continue;
            }

            origins.Note(item, $"{path}.{id}");

            foreach (var (dotted, value) in set)
            {
                SetAt(item, dotted.Split('.'), value, $"{path}.{id}.{dotted}", faults);
            }
        }
    }

    private static void SetAt(JsonObject item, string[] steps, JsonNode? value, string path, Faults faults)
    {
        foreach (var step in steps[..^1])
        {
            item[step] ??= new JsonObject();

            if (item[step] is not JsonObject inner)
            {
                faults.Add("delta", path, $"'{step}' is no object to set something in.");
                return;
            }

            item = inner;
        }

        item[steps[^1]] = value?.DeepClone();
    }
}
