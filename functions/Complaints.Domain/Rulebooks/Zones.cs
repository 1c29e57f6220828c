using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;

namespace Complaints.Domain.Rulebooks;

/// <summary>The world's clocks as the carried tz database knows them; the machine's own zones are never asked.</summary>
public static class Zones
{
    private static readonly TzdbDateTimeZoneSource Source = TzdbDateTimeZoneSource.Default;
    private static readonly FrozenSet<string> Known = Source.GetIds().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The version of the tz database, e.g. 2026f.</summary>
    public static string Version { get; } = Source.TzdbVersion;

    /// <summary>The zone of this tz database id; null if there is none. A bare offset such as UTC+06 is not a zone.</summary>
    public static DateTimeZone? Find(string id) => Known.Contains(id) ? DateTimeZoneProviders.Tzdb[id] : null;

    /// <summary>Whether two zones are one under two names.</summary>
    public static bool AreSame(DateTimeZone one, DateTimeZone other) => Canonical(one.Id) == Canonical(other.Id);

    /// <summary>Throws unless the database knows that Almaty moved from +06:00 to +05:00 on 1 March 2024.</summary>
    public static void Check()
    {
        Require(Instant.FromUtc(2021, 1, 10, 6, 0), Offset.FromHours(6));
        Require(Instant.FromUtc(2024, 3, 2, 6, 0), Offset.FromHours(5));
    }

    private static string Canonical(string id) => Source.CanonicalIdMap.TryGetValue(id, out var canonical) ? canonical : id;

    private static void Require(Instant at, Offset expected)
    {
        var found = DateTimeZoneProviders.Tzdb["Asia/Almaty"].GetUtcOffset(at);

        if (found != expected)
        {
            throw new InvalidOperationException($"tz database {Version} has Almaty at {found}, not {expected}, on {at}: no date can be trusted.");
        }
    }
}
