using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>Which day is day one of a count.</summary>
public enum DayOne
{
    /// <summary>The day after the event; the day of the event is day zero.</summary>
    NextDay,

    /// <summary>The day of the event.</summary>
    SameDay,
}

/// <summary>What happens to a last day that is no working day.</summary>
public enum Roll
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The count ends on the next working day.</summary>
    NextWorkingDay,
}

/// <summary>What is left of a limit after a suspension.</summary>
public enum AfterSuspension
{
    /// <summary>The days not yet used.</summary>
    UnusedDays,

    /// <summary>The whole limit anew.</summary>
    Restart,

    /// <summary>The clock never stopped.</summary>
    NeverStopped,
}

/// <summary>The facts without which a reading does not appear, together a set.</summary>
[Flags]
public enum Needs
{
    /// <summary>Nothing beyond the count itself.</summary>
    None = 0,

    /// <summary>When the act was published.</summary>
    PublishedAt = 1,

    /// <summary>When the complainant came to know.</summary>
    KnownAt = 2,

    /// <summary>When the decision was served.</summary>
    ServedAt = 4,

    /// <summary>When the results were determined.</summary>
    DeterminedAt = 8,

    /// <summary>That the violation goes on.</summary>
    Continuing = 16,

    /// <summary>That the proceeding was suspended.</summary>
    Suspended = 32,

    /// <summary>Where it happened.</summary>
    PlaceZone = 64,
}

/// <summary>How the days of a rulebook are counted when no reading says otherwise.</summary>
public sealed record DayCount(DayOne Start, Roll Roll, Footing Footing);

/// <summary>What one reading counts differently; every member left null stays as the primary reading has it.</summary>
public sealed record ReadingChange
{
    /// <summary>Nothing differs: the primary reading.</summary>
    public static ReadingChange Nothing { get; } = new();

    /// <summary>Another moment starts the count: one of the dated needs.</summary>
    public Needs? StartFrom { get; init; }

    /// <summary>Another day is day one.</summary>
    public DayOne? Start { get; init; }

    /// <summary>The count begins so many days later.</summary>
    public int? StartOffsetDays { get; init; }

    /// <summary>The date of the event is taken in the forum's zone.</summary>
    public bool? StartDateAtForum { get; init; }

    /// <summary>Another number of units.</summary>
    public int? Length { get; init; }

    /// <summary>A last day off is dealt with otherwise.</summary>
    public Roll? Roll { get; init; }

    /// <summary>The window begins so many days before election day.</summary>
    public int? WindowFromDaysBefore { get; init; }

    /// <summary>The window begins less than so many hours before a clock time of election day.</summary>
    public int? WindowHoursBefore { get; init; }

    /// <summary>The clock time of election day from which those hours are measured back.</summary>
    public LocalTime? WindowAnchorTime { get; init; }

    /// <summary>The window does not reach this limit.</summary>
    public bool? WithoutWindow { get; init; }

    /// <summary>A suspension leaves something else behind.</summary>
    public AfterSuspension? AfterSuspension { get; init; }

    /// <summary>The limit never begins to run.</summary>
    public bool? NeverStarts { get; init; }

    /// <summary>The limit never ends.</summary>
    public bool? NeverEnds { get; init; }

    /// <summary>Another limit governs.</summary>
    public TimeLimit? Limit { get; init; }

    /// <summary>Whether it touches the window near election day and nothing else.</summary>
    internal bool IsOfWindowOnly => TouchesWindow && this == new ReadingChange
    {
        WindowFromDaysBefore = WindowFromDaysBefore,
        WindowHoursBefore = WindowHoursBefore,
        WindowAnchorTime = WindowAnchorTime,
        WithoutWindow = WithoutWindow,
    };

    /// <summary>Whether the window, and the day it asks about, stay as the primary reading has them.</summary>
    internal bool LeavesWindow => !TouchesWindow && StartFrom is null && AfterSuspension is null && Limit is null;

    private bool TouchesWindow => (WindowFromDaysBefore ?? WindowHoursBefore) is not null || WithoutWindow is not null;

    /// <summary>Both changes together; the caller has made sure that they touch different members.</summary>
    public ReadingChange With(ReadingChange other) => new()
    {
        StartFrom = StartFrom ?? other.StartFrom,
        Start = Start ?? other.Start,
        StartOffsetDays = StartOffsetDays ?? other.StartOffsetDays,
        StartDateAtForum = StartDateAtForum ?? other.StartDateAtForum,
        Length = Length ?? other.Length,
        Roll = Roll ?? other.Roll,
        WindowFromDaysBefore = WindowFromDaysBefore ?? other.WindowFromDaysBefore,
        WindowHoursBefore = WindowHoursBefore ?? other.WindowHoursBefore,
        WindowAnchorTime = WindowAnchorTime ?? other.WindowAnchorTime,
        WithoutWindow = WithoutWindow ?? other.WithoutWindow,
        AfterSuspension = AfterSuspension ?? other.AfterSuspension,
        NeverStarts = NeverStarts ?? other.NeverStarts,
        NeverEnds = NeverEnds ?? other.NeverEnds,
        Limit = Limit ?? other.Limit,
    };
}

/// <summary>One answer to one ambiguity, for the limits it touches.</summary>
public sealed record ReadingRule
{
    /// <summary>The code of the reading, e.g. AMB-06.hours.</summary>
    public required string Id { get; init; }

    /// <summary>The ambiguity it answers.</summary>
    public required string Ambiguity { get; init; }

    /// <summary>The limits it touches.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>What it says, for people.</summary>
    public required Text Label { get; init; }

    /// <summary>The facts without which it does not appear.</summary>
    public required Needs Needs { get; init; }

    /// <summary>What it counts differently.</summary>
    public required ReadingChange Change { get; init; }

    /// <summary>The members it changes, as the document names them.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What it rests on: its own sources where it has any, else the open question alone.</summary>
    public required Footing Footing { get; init; }
}
