using System.Text.Json.Nodes;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>
/// The calendar a rulebook carries itself. It may say only how it differs from another: "basedOn" (id and version), "addNonWorking" and
/// "removeNonWorking" (days); anything else replaces. What comes out is whole.
/// </summary>
internal static class CalendarDelta
{
    private const string Added = "addNonWorking";
    private const string Removed = "removeNonWorking";
    private const string Days = "nonWorking";

    public static void Resolve(JsonObject document, Library library, Faults faults)
    {
        if (library.IsForPublishing && Named(document, library) is { } shipped)
        {
            document["calendar"] = JsonNode.Parse(shipped);
        }

        if (document["calendar"] is not JsonObject own)
        {
            return;
        }

        if (own["basedOn"] is { } basedOn)
        {
            if (library.FindCalendar(basedOn.ToString()) is not { } text)
            {
                faults.Add("reference", "$.calendar.basedOn", $"There is no calendar {basedOn} to start from; name it with its version, as id@version.");
                return;
            }

            var origins = new Origins();
            document["calendar"] = own = Changed((JsonObject)JsonNode.Parse(text)!, own, origins, faults);
            faults.TellBy(origins.Of(document));
        }

        if (library.IsForPublishing && library.FindCalendar($"{own["id"]}@{own["version"]}") is { } other && Canonical.Write(JsonNode.Parse(other)!) != Canonical.Write(own))
        {
            faults.Add("taken", "$.calendar.version", $"{own["id"]}@{own["version"]} is another calendar already; a calendar that differs has a version of its own.");
        }
    }

    private static string? Named(JsonObject document, Library library) =>
        document["calendar"] is JsonValue name && library.Calendars.GetValueOrDefault(name.ToString()) is { } calendar
            ? library.FindCalendar(calendar.Version)
            : null;

    private static JsonObject Changed(JsonObject whole, JsonObject own, Origins origins, Faults faults)
    {
        foreach (var (key, value) in own.Where(pair => pair.Key is not ("basedOn" or Added or Removed)))
        {
            whole[key] = value?.DeepClone();
        }

        var days = (whole[Days] as JsonArray ?? []).Select(day => day?.DeepClone()).ToList();

        foreach (var (index, gone) in List(own, Removed, faults).Index())
        {
            if (days.RemoveAll(day => DateOf(day) == gone?.ToString()) == 0)
            {
                faults.Add("delta", $"$.calendar.{Removed}[{index}]", $"{gone} is no day off there.");
            }
        }

        foreach (var (index, day) in List(own, Added, faults).Index())
        {
            days.Add(day?.DeepClone());

            if (days[^1] is { } added)
            {
                origins.Note(added, $"$.calendar.{Added}[{index}]");
            }
        }

        whole[Days] = new JsonArray([.. days.OrderBy(DateOf, StringComparer.Ordinal)]);
        return whole;
    }

    private static JsonArray List(JsonObject own, string key, Faults faults)
    {
        if (own[key] is { } value && value is not JsonArray)
        {
            faults.Add("kind", $"$.calendar.{key}", "A list is expected.");
        }

        return own[key] as JsonArray ?? [];
    }

    private static string? DateOf(JsonNode? day) => (day as JsonObject)?["date"]?.ToString();
}
