using Complaints.Domain.Rulebooks;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Deadlines;

/// <summary>A moment "immediately" is compared with: a convention of ours, never law.</summary>
public sealed record Benchmark(string Id, Text Label, Instant Exclusive, DateTimeZone Zone, string? Ambiguity)
{
    /// <summary>The last second before it, in the forum's local time with its offset.</summary>
    public string LastMomentLocal => LocalMoment.LastBefore(Exclusive, Zone);
}

/// <summary>One defensible way to count that differs from the primary one, and the ambiguities it answers.</summary>
public sealed class Reading
{
    private readonly Variant way;
    private readonly Outcome outcome;

    internal Reading(Variant way, in Outcome outcome, DateTimeZone zone)
    {
        this.way = way;
        this.outcome = outcome;
        Zone = zone;
    }

    /// <summary>The ambiguities answered differently: one, or two at once.</summary>
    public IReadOnlyList<string> Ambiguities => way.Ambiguities;

    /// <summary>What it says, for people.</summary>
    public Text Label => way.Label;

    /// <summary>What sort of answer it gives.</summary>
    public Mode Mode => outcome.Mode;

    /// <summary>The code of the limit that governs under it.</summary>
    public string Limit => outcome.Limit.Id;

    /// <summary>The zone its local moment is written in: the forum's.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The first instant that is too late; null unless fixed.</summary>
    public Instant? DueExclusive => outcome.Due;

    /// <summary>The benchmark; null unless immediate and one is known.</summary>
    public Instant? BenchmarkExclusive => outcome.BenchmarkAt;

    /// <summary>The last second in time, in the forum's local time with its offset; null unless fixed.</summary>
    public string? LastMomentLocal => DueExclusive is { } due ? LocalMoment.LastBefore(due, Zone) : null;

    internal bool Gives(in Outcome other) => outcome.Gives(other);
}

/// <summary>Writes local moments as people and machines both read them.</summary>
internal static class LocalMoment
{
    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>The last whole second before this instant, as 2020-12-14T23:59:59+06:00.</summary>
    public static string LastBefore(Instant exclusive, DateTimeZone zone) =>
        Iso.Format(LastSecond(exclusive).InZone(zone).ToOffsetDateTime());

    /// <summary>The last whole second before this instant.</summary>
    public static Instant LastSecond(Instant exclusive)
    {
        var last = exclusive - Duration.Epsilon;
        return Instant.FromUnixTimeSeconds(last.ToUnixTimeSeconds());
    }
}
