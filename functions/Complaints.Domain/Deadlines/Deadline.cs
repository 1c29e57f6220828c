using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>What a limit gives in one case: the primary reading, every other one, and how it was counted.</summary>
public sealed class Deadline
{
    private readonly Rulebook rulebook;
    private readonly LimitFacts facts;
    private readonly Outcome primary;
    private Explanation? explanation;

    internal Deadline(Rulebook rulebook, TimeLimit selected, LimitFacts facts, in Outcome primary)
    {
        this.rulebook = rulebook;
        this.facts = facts;
        this.primary = primary;
        Selected = selected;
    }

    /// <summary>What it was counted from.</summary>
    internal LimitFacts Facts => facts;

    /// <summary>Whether the primary reading gives it a start; silence has none while the missed limit has no end.</summary>
    internal bool IsStarted { get; init; } = true;

    /// <summary>Where the primary reading ends, be it with a benchmark; null where it does not.</summary>
    internal Instant? EndOfPrimary => primary.Due ?? primary.BenchmarkAt;

    /// <summary>The limit that governs, after any window.</summary>
    public string Limit => primary.Limit.Id;

    /// <summary>The limit that was asked for or selected; another than the one that governs where a window took over.</summary>
    public TimeLimit Selected { get; }

    /// <summary>Who must act.</summary>
    public string Obligor => Selected.Obligor;

    /// <summary>What sort of answer the primary reading gives.</summary>
    public Mode Mode => primary.Mode;

    /// <summary>The last day in time by the primary reading; null unless fixed.</summary>
    public LocalDate? LastDay => Mode == Mode.Fixed ? LocalDays.DayOf(primary.LastDay) : null;

    /// <summary>The first instant that is too late by the primary reading; null unless fixed.</summary>
    public Instant? DueExclusive => primary.Due;

    /// <summary>The forum's zone, in which local moments are written.</summary>
    public DateTimeZone Zone => facts.ForumZone;

    /// <summary>What "immediately" is compared with; null unless immediate and one is known.</summary>
    public Benchmark? Benchmark => primary.Benchmark is { } rule
        ? new Benchmark(rule.Id, rule.Label, Instant.FromUnixTimeTicks(primary.At), Zone, rule.Ambiguity)
        : null;

    /// <summary>The least instant of the fixed readings; null if there is none.</summary>
    public required Instant? Earliest { get; init; }

    /// <summary>The greatest instant of the fixed readings; null if there is none, or if any reading is unknown, never or paused.</summary>
    public required Instant? Latest { get; init; }

    /// <summary>Whether some reading is unknown, never or paused, so that nothing can be called late for good.</summary>
    public required bool IsOpenEnded { get; init; }

    /// <summary>Whether some reading asks for it at once, so that no number of days is safe under every one.</summary>
    public bool IsImmediateUnderSome => Mode == Mode.Immediate || Alternatives.Any(each => each.Mode == Mode.Immediate);

    /// <summary>From when on it can be argued that the time is up: the earliest reading or the benchmark; null if there is neither.</summary>
    public Instant? ArguableFrom => primary.BenchmarkAt is { } benchmark && !(Earliest < benchmark) ? benchmark : Earliest;

    /// <summary>When it has passed under every reading, for an immediate limit the benchmark included; null while that is open.</summary>
    public Instant? PassesAt => IsOpenEnded ? null
        : primary.BenchmarkAt is { } benchmark && !(Latest > benchmark) ? benchmark
        : Latest;

    /// <summary>The readings with another answer than the primary one, pairs of two after single ones.</summary>
    public required IReadOnlyList<Reading> Alternatives { get; init; }

    /// <summary>The ambiguities whose other answers change nothing here.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> WithoutEffect { get; init; }

    /// <summary>The moment the count started from: what hours elapsed are measured from.</summary>
    public Instant CountedFrom => facts.CountedFrom;

    /// <summary>What it was counted with.</summary>
    public Versions Versions => rulebook.Versions;

    /// <summary>The last second in time by the primary reading, in the forum's local time with its offset; null unless fixed.</summary>
    public string? LastMomentLocal => DueExclusive is { } due ? LocalMoment.LastBefore(due, Zone) : null;

    /// <summary>The steps of the count with their citations, worked out when first asked for.</summary>
    public Explanation Explanation => explanation ??= Explaining.Explain(rulebook, facts, this);

    /// <summary>The verdict under all readings; null while the primary one gives no instant and not every other one has passed.</summary>
    public Timeliness? Judge(Instant at)
    {
        if (Latest is { } latest && at >= latest)
        {
            return Timeliness.Late;
        }

        return Mode != Mode.Fixed ? null : at < Earliest ? Timeliness.Timely : Timeliness.Contested;
    }

    /// <summary>The verdict under the primary reading alone; null unless it is fixed.</summary>
    public Timeliness? JudgePrimary(Instant at) =>
        DueExclusive is { } due ? at < due ? Timeliness.Timely : Timeliness.Late : null;

    /// <summary>How long the obligor has had by then, for limits that have no length.</summary>
    public Duration ElapsedAt(Instant at) => at - CountedFrom;
}
