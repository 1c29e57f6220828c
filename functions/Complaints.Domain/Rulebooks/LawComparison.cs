using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks.Documents;
using NodaTime.Text;

namespace Complaints.Domain.Rulebooks;

/// <summary>Compares two rulebooks place by place, so that a lawyer sees what a new version changes.</summary>
public static class LawComparison
{
    private const string Calendar = "calendar";

    private static readonly string[] Skipped = ["schemaVersion", "id", "version", "notes", "examples", Calendar];

    /// <summary>Every place in which the second rulebook differs from the first, in the order of sections and elements.</summary>
    public static IReadOnlyList<LawDifference> Between(Rulebook before, Rulebook after) =>
    [
        .. Documents(Parse(before), Parse(after)),
        .. Calendars(Written(before.Calendar), Written(after.Calendar)),
    ];

    private static JsonObject Parse(Rulebook rulebook) => (JsonObject)JsonNode.Parse(rulebook.Document)!;

    private static IEnumerable<LawDifference> Documents(JsonObject before, JsonObject after) =>
        from section in Keys(before, after)
        where !Skipped.Contains(section)
        from difference in Sections(section, before[section], after[section])
        select difference;

    private static IEnumerable<LawDifference> Calendars(JsonObject before, JsonObject after) =>
        from key in Keys(before, after)
        from difference in key.Length > 0 && char.IsAsciiDigit(key[0])
            ? Whole(Calendar, key, before[key], after[key])
            : Fields(Calendar, null, key, before[key], after[key])
        select difference;

    private static IEnumerable<LawDifference> Sections(string section, JsonNode? before, JsonNode? after)
    {
        if (ById(before) is { } one && ById(after) is { } other)
        {
            return from id in one.Keys.Union(other.Keys).Order(StringComparer.Ordinal)
                   let old = one.GetValueOrDefault(id)
                   let fresh = other.GetValueOrDefault(id)
                   from difference in old is null || fresh is null ? Whole(section, id, old, fresh) : Fields(section, id, null, old, fresh)
                   select difference;
        }

        return before is null || after is null ? Whole(section, null, before, after) : Fields(section, null, null, before, after);
    }

    private static IEnumerable<LawDifference> Fields(string section, string? element, string? field, JsonNode? before, JsonNode? after)
    {
        if (before is not JsonObject one || after is not JsonObject other)
        {
            return JsonNode.DeepEquals(before, after) ? [] : [new LawDifference(section, element, field, Text(before), Text(after))];
        }

        return Keys(one, other).SelectMany(key => Fields(section, element, field is null ? key : $"{field}.{key}", one[key], other[key]));
    }

    private static IEnumerable<LawDifference> Whole(string section, string? element, JsonNode? before, JsonNode? after) =>
        JsonNode.DeepEquals(before, after) ? [] : [new LawDifference(section, element, null, Text(before), Text(after))];

    /// <summary>The elements of a list by their codes; an absent list has none. Null where it is no list of elements.</summary>
    private static Dictionary<string, JsonNode>? ById(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list when list.All(each => each is JsonObject element && element["id"] is not null) => list.ToDictionary(each => each!["id"]!.ToString(), each => each!, StringComparer.Ordinal),
        _ => null,
    };

    private static IEnumerable<string> Keys(JsonObject before, JsonObject after) =>
        before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key)).Order(StringComparer.Ordinal);

    private static string? Text(JsonNode? node) => node is null ? null : Canonical.Write(node);

    /// <summary>A calendar with each day off under its date.</summary>
    private static JsonObject Written(Calendar? calendar)
    {
        var written = new JsonObject();

        if (calendar is null)
        {
            return written;
        }

        written["weekend"] = List(calendar.Weekend.Select(day => Codes.Write(day)));
        written["covers"] = $"{LocalDatePattern.Iso.Format(calendar.Covers.Start)}/{LocalDatePattern.Iso.Format(calendar.Covers.End)}";
        written["workingNearElection"] = List(calendar.WorkingNearElection.Select(kind => Codes.Write(kind)));
        written["workingDaysFromElection"] = new JsonArray([.. calendar.WorkingDaysFromElection.Order().Select(day => (JsonNode)day)]);

        foreach (var (day, name) in calendar.DaysOff)
        {
            written[LocalDatePattern.Iso.Format(day)] = name.English;
        }

        return written;
    }

    private static JsonArray List(IEnumerable<string> codes) => new([.. codes.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)]);
}
