using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>A complaint judged under another law: what is to be saved, and what it changes.</summary>
public sealed record Repinning(Change Change, Recomputation Recomputation);

/// <summary>What another rulebook version makes of one complaint.</summary>
public sealed record Recomputation
{
    /// <summary>The version it was judged under.</summary>
    public required string From { get; init; }

    /// <summary>The version it is judged under now.</summary>
    public required string To { get; init; }

    /// <summary>The clocks that end otherwise, or run under one of the two alone.</summary>
    public required IReadOnlyList<MovedClock> Clocks { get; init; }

    /// <summary>The timers' steps that were taken back or whose moment is another now.</summary>
    public required IReadOnlyList<MovedTimer> Timers { get; init; }

    /// <summary>The filings and decisions whose timeliness is another now.</summary>
    public required IReadOnlyList<MovedVerdict> Verdicts { get; init; }

    /// <summary>The steps that are open to people under one of the two alone.</summary>
    public required IReadOnlyList<MovedStep> Steps { get; init; }

    /// <summary>The forums competent for the challenged act under each, where they differ.</summary>
    public required MovedCompetence? Competent { get; init; }

    /// <summary>Whether anything is otherwise: then the complaint moves.</summary>
    public bool Moves => Clocks.Count + Timers.Count + Verdicts.Count + Steps.Count > 0 || Competent is not null;
}

/// <summary>A clock before and after; null where it does not run.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Proceeding">The proceeding; null before filing.</param>
/// <param name="Forum">The forum that owes the act, or with which it must be filed.</param>
/// <param name="Before">The end under the law before.</param>
/// <param name="After">The end under the law now.</param>
/// <param name="Why">The places in which the law differs that bear on it.</param>
public sealed record MovedClock(
    ClockKind Kind, int? Proceeding, string Forum, ClockEnd? Before, ClockEnd? After, IReadOnlyList<string> Why);

/// <summary>When a clock ends, under every reading.</summary>
/// <param name="Limit">The limit that governs.</param>
/// <param name="Mode">The kind of the primary reading.</param>
/// <param name="DueExclusive">The first instant too late under the primary reading.</param>
/// <param name="Earliest">The least instant of the fixed readings.</param>
/// <param name="Latest">The greatest; null if a reading has none.</param>
/// <param name="Benchmark">The benchmark of an immediate limit.</param>
/// <param name="LastMomentLocal">The last second in time by the primary reading, in the forum's time.</param>
/// <param name="Readings">The other readings.</param>
public sealed record ClockEnd(
    string Limit, Mode Mode, Instant? DueExclusive, Instant? Earliest, Instant? Latest, Instant? Benchmark, string? LastMomentLocal, IReadOnlyList<FilingReading> Readings)
{
    internal static ClockEnd Of(Deadline each) => new(
        each.Limit,
        each.Mode,
        each.DueExclusive,
        each.Earliest,
        each.Latest,
        each.Benchmark?.Exclusive,
        each.LastMomentLocal,
        [.. each.Alternatives.Select(reading => new FilingReading(reading.Ambiguities, reading.Mode, reading.DueExclusive))]);

    /// <summary>Whether it is the same for whoever has to act, under every reading.</summary>
    internal bool IsSame(ClockEnd other) =>
        this with { Readings = [] } == other with { Readings = [] }
        && Readings.Select(Written).SequenceEqual(other.Readings.Select(Written));

    private static (string, Mode, Instant?) Written(FilingReading each) => (string.Join('+', each.Ambiguities), each.Mode, each.DueExclusive);
}

/// <summary>A timer's step before and after: the moment it is dated to, or would be; null where the law gives none.</summary>
public sealed record MovedTimer(ProceduralStep Step, int Proceeding, Instant? Before, Instant? After);

/// <summary>What a verdict on timeliness is about.</summary>
public enum VerdictOn
{
    /// <summary>The filing that opened the proceeding.</summary>
    Filing,

    /// <summary>The forum's decision.</summary>
    Decision,
}

/// <summary>A verdict on timeliness before and after; null where the law gives no date.</summary>
public sealed record MovedVerdict(VerdictOn On, int Proceeding, Timeliness? Before, Timeliness? After);

/// <summary>A step that has become open, or is no longer; the proceeding is null before filing.</summary>
public sealed record MovedStep(ProceduralStep Step, int? Proceeding, bool IsOpen);

/// <summary>The competent forums before and after.</summary>
public sealed record MovedCompetence(IReadOnlyList<string> Before, IReadOnlyList<string> After);
