using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>A clock as the register shows it: which limit, before whom, between which ends.</summary>
public sealed record RegisterClock
{
    /// <summary>What it measures; null in a row that does not say.</summary>
    public ClockKind? Kind { get; init; }

    /// <summary>The proceeding it belongs to; null before filing.</summary>
    public int? Proceeding { get; init; }

    /// <summary>The forum that owes the act, or with which it must be filed.</summary>
    public string? Forum { get; init; }

    /// <summary>The limit of the law.</summary>
    public string? Limit { get; init; }

    /// <summary>The tz database id of the clock on which it ends; null where the row does not say.</summary>
    public string? Zone { get; init; }

    /// <summary>From when on it can be said to run, where that is only argued.</summary>
    public Instant? ArguedFrom { get; init; }

    /// <summary>The first instant that is too late under its earliest reading.</summary>
    public required Instant Earliest { get; init; }

    /// <summary>The first instant that is too late under every reading; null where one has no end.</summary>
    public Instant? Latest { get; init; }

    /// <summary>Whether it runs or has run out at this hour: one that is only argued does not before it can be argued.</summary>
    public bool IsOn(Instant now) => !(now < ArguedFrom);

    /// <summary>Whether an act now would be in time, too late, or one or the other by the reading.</summary>
    public Timeliness At(Instant now) => now < Earliest ? Timeliness.Timely : now >= Latest ? Timeliness.Late : Timeliness.Contested;

    /// <summary>The register's view of a clock that has a date.</summary>
    internal static RegisterClock Of(Clock clock) => new()
    {
        Kind = clock.Kind,
        Proceeding = clock.Proceeding,
        Forum = clock.Forum.Id,
        Limit = clock.Deadline.Limit,
        Zone = clock.Deadline.Zone.Id,
        ArguedFrom = clock.ArguedFrom,
        Earliest = clock.Deadline.Earliest!.Value,
        Latest = clock.Deadline.Latest,
    };

    /// <summary>Whether an event can move the date of a clock that ran before: not one that starts or ends a clock.</summary>
    internal static bool CanMoveDates(DocketEvent each) => each.What is Repinned or Retracted
        or StepTaken { Step: ProceduralStep.Suspend or ProceduralStep.Resume or ProceduralStep.Correct or ProceduralStep.TreatAsApplication }
        or FactNoted { Fact: FactKind.Publication or FactKind.Service };
}
