using System.Text.Json;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The worked deadlines of the shipped rulebooks, one by one.</summary>
internal static class Examples
{
    private static readonly SortedDictionary<string, JsonElement> ById = new(Read().ToDictionary(example => example.GetProperty("id").GetString()!), StringComparer.Ordinal);

    public static IEnumerable<string> Ids => ById.Keys;

    public static JsonElement Find(string id) => ById[id];

    public static Deadline Count(JsonElement example)
    {
        var ask = example.GetProperty("ask");
        var counted = Counting.Count(ShippedLaw.Rulebooks[Text(ask, "rulebook")!], FactsOf(ask));
        Assert.True(counted.IsAllowed(out var deadline), string.Join("; ", counted.Refusals));
        return deadline!;
    }

    public static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static Instant? At(JsonElement element, string key) =>
        Text(element, key) is { } text ? OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant() : null;

    public static LimitFacts FactsOf(JsonElement ask) => new()
    {
        LimitId = Text(ask, "limit"),
        Forum = Text(ask, "forum")!,
        ForumZone = Zones.Find(Text(ask, "forumZone")!)!,
        PlaceZone = Text(ask, "placeZone") is { } place ? Zones.Find(place) : null,
        CountedFrom = At(ask, "countedFrom")!.Value,
        ElectionDay = Text(ask, "electionDay") is { } day ? LocalDatePattern.Iso.Parse(day).Value : null,
        Suspended = ask.TryGetProperty("suspended", out var suspended)
            ? new Suspension(At(suspended, "from")!.Value, At(suspended, "until"))
            : null,
    };

    private static IEnumerable<JsonElement> Read() => ShippedLaw.Rulebooks.Values
        .Select(law => JsonDocument.Parse(law.Document).RootElement)
        .SelectMany(law => law.TryGetProperty("examples", out var examples) ? examples.EnumerateArray().ToArray() : []);
}
