using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>The turns one count took, kept only while it is being explained; days are numbered as LocalDays does.</summary>
internal sealed class Trace
{
    public int BaseDay { get; set; }

    public int TestedDay { get; set; }

    public Stay Stay { get; set; } = Stay.None;

    public Window? WindowTested { get; set; }

    public bool IsInsideWindow { get; set; }

    public int Units { get; set; }

    public int? CountedDay { get; set; }

    public int? RolledTo { get; set; }

    public Instant? CappedAt { get; set; }

    public bool IsCapBeforeBase { get; set; }
}

/// <summary>What a suspension does to a count: nothing, a stop that has not ended, or a day of resumption and the units used before.</summary>
internal sealed record Stay(StayEffect Effect, int StayedOn, int Used, long ResumedAt, int ResumedOn)
{
    public static readonly Stay None = new(StayEffect.None, 0, 0, 0, 0);

    public static readonly Stay TooLate = None with { Effect = StayEffect.TooLate };

    public bool IsResumed => Effect == StayEffect.Resumed;
}

/// <summary>The ways a suspension can act on a count.</summary>
internal enum StayEffect
{
    None,
    TooLate,
    Open,
    Resumed,
}
