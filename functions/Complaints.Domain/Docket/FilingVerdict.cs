using Complaints.Domain.Deadlines;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Whether a filing was in time, frozen when it was recorded, with the readings it was judged by.</summary>
public sealed record FilingVerdict
{
    /// <summary>The limit that was applied.</summary>
    public required string Limit { get; init; }

    /// <summary>The verdict; null where the law gives no date.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>The kind of the primary reading.</summary>
    public required Mode Mode { get; init; }

    /// <summary>The first instant too late under the primary reading.</summary>
    public Instant? DueExclusive { get; init; }

    /// <summary>The least instant of the fixed readings.</summary>
    public Instant? Earliest { get; init; }

    /// <summary>The greatest instant of all readings; null if one of them has none.</summary>
    public Instant? Latest { get; init; }

    /// <summary>The other readings, each with the questions it answers.</summary>
    public IReadOnlyList<FilingReading> Readings { get; init; } = [];

    /// <summary>Rulebook, calendar and time zone data it was counted with.</summary>
    public required string Versions { get; init; }

    /// <summary>Freezes what a deadline says of a filing at one instant.</summary>
    public static FilingVerdict Of(Deadline deadline, Instant filedAt) => new()
    {
        Limit = deadline.Limit,
        Timeliness = deadline.Judge(filedAt),
        Mode = deadline.Mode,
        DueExclusive = deadline.DueExclusive,
        Earliest = deadline.Earliest,
        Latest = deadline.Latest,
        Readings = [.. deadline.Alternatives.Select(each => new FilingReading(each.Ambiguities, each.Mode, each.DueExclusive))],
        Versions = $"{deadline.Versions.Rulebook} {deadline.Versions.Calendar} {deadline.Versions.Tzdb}",
    };
}

/// <summary>One other reading, as frozen.</summary>
public sealed record FilingReading(IReadOnlyList<string> Ambiguities, Mode Mode, Instant? DueExclusive);
