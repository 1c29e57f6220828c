using System.Text.Json.Nodes;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Turns a document that says only how it differs from another ("basedOn" and "changes") into a whole one.</summary>
internal static class Delta
{
    private const int Deepest = 8;

    /// <summary>The whole document; null, with faults noted, where it cannot be made.</summary>
    public static JsonObject? Resolve(JsonObject document, Library library, Faults faults, int depth = 0)
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

        if (Resolve((JsonObject)JsonNode.Parse(text)!, library, faults, depth + 1) is not { } whole)
        {
            return null;
        }

        foreach (var (key, replacement) in document.Where(pair => pair.Key is not ("changes" or "basedOn")))
        {
            whole[key] = replacement?.DeepClone();
        }

        if (document["changes"] is JsonObject changes)
        {
            Apply(changes, whole, faults);
        }
        else if (document.ContainsKey("changes"))
        {
            faults.Add("kind", "$.changes", "An object is expected.");
        }

        return whole;
    }

    private static void Apply(JsonObject changes, JsonObject whole, Faults faults)
    {
        foreach (var (key, change) in changes)
        {
            var path = $"$.changes.{key}";

            switch (change)
            {
                case JsonArray added when key.StartsWith("add", StringComparison.Ordinal) && key.Length > 3:
                    Append(added, whole, char.ToLowerInvariant(key[3]) + key[4..], path, faults);
                    break;
                case JsonArray dropped when key == "removeReadings":
                    RemoveReadings(dropped, whole, path, faults);
                    break;
                case JsonObject byId when whole[key] is JsonArray list:
                    SetById(byId, list, path, faults);
                    break;
                default:
                    whole[key] = change?.DeepClone();
                    break;
            }
        }
    }

    private static void Append(JsonArray added, JsonObject whole, string key, string path, Faults faults)
    {
        whole[key] ??= new JsonArray();

        if (whole[key] is not JsonArray list)
        {
            faults.Add("delta", path, $"'{key}' is no list to add to.");
            return;
        }

        foreach (var item in added)
        {
            list.Add(item?.DeepClone());
        }
    }

    private static void RemoveReadings(JsonArray dropped, JsonObject whole, string path, Faults faults)
    {
        var readings = whole["readings"] as JsonArray ?? [];

        foreach (var name in dropped.Select(item => item?.ToString()))
        {
            var gone = readings.Where(reading => reading?["ambiguity"]?.ToString() == name || reading?["id"]?.ToString() == name).ToArray();

            if (gone.Length == 0)
            {
                faults.Add("delta", path, $"There is no reading {name} to remove.");
            }

            foreach (var reading in gone)
            {
                readings.Remove(reading);
            }
        }
    }

    private static void SetById(JsonObject byId, JsonArray list, string path, Faults faults)
    {
        foreach (var (id, values) in byId)
        {
            var item = list.OfType<JsonObject>().FirstOrDefault(candidate => candidate["id"]?.ToString() == id);

            if (item is null || values is not JsonObject set)
            {
                faults.Add("delta", $"{path}.{id}", item is null ? $"There is no {id} to change." : "An object is expected.");
                continue;
            }

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
