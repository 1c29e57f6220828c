using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>What a time limit is for.</summary>
public enum LimitKind
{
    /// <summary>To bring a complaint, an appeal or a petition.</summary>
    Filing,

    /// <summary>To decide.</summary>
    Decision,

    /// <summary>To answer an application or a request.</summary>
    Answer,

    /// <summary>To pass a filing on to the right forum.</summary>
    Forward,
}

/// <summary>How the law measures a time limit.</summary>
public enum Unit
{
    /// <summary>Calendar days, the last one to its end.</summary>
    Day,

    /// <summary>Working days, the last one to its end.</summary>
    WorkingDay,

    /// <summary>Hours from the moment itself.</summary>
    Hour,

    /// <summary>A clock time some days later.</summary>
    DayAtTime,

    /// <summary>Until an event of election day.</summary>
    UntilEvent,

    /// <summary>To the end of the same day.</summary>
    SameDay,

    /// <summary>At once; the law gives no number.</summary>
    Immediate,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A moment given by a day counted from election day and a clock time there; without the time, the end of that day.</summary>
public sealed record Anchor(int DaysFromElection, LocalTime? Time, int HoursBefore = 0);

/// <summary>How long the law gives: a number of units, with the clock time or the event where the unit has one.</summary>
public sealed record Length(Unit Unit, int Value, LocalTime? Time = null, Anchor? Until = null);

/// <summary>A moment to compare "immediately" with; a convention of ours, never law.</summary>
public sealed record BenchmarkRule(string Id, Text Label, string? Ambiguity, Anchor? At, LocalTime? OnElectionDayBefore)
{
    /// <summary>Whether it only holds for what is received on election day before a clock time.</summary>
    public bool IsConditional => OnElectionDayBefore is not null;
}

/// <summary>The days around election day in which another limit takes over; both edges are days of receipt inside it.</summary>
public sealed record Window(string Id, int FromDaysBefore, int ToDaysAfter, TimeLimit Effect, Footing Footing);

/// <summary>The law's allowance for one step: how much, from when, for whom; not yet a date.</summary>
public sealed record TimeLimit
{
    /// <summary>The code of the limit, e.g. kz.file.10.</summary>
    public required string Id { get; init; }

    /// <summary>Its place among the limits of its rulebook, from zero.</summary>
    internal int Number { get; init; }

    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>What it is for.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Who must act: complainant, forum, police ...</summary>
    public required string Obligor { get; init; }

    /// <summary>What starts it, from the closed list of triggers.</summary>
    public required string Trigger
    {
        get;
        init
        {
            field = value;
            StartsAtForum = value is Triggers.Received or Triggers.RequestReceived;
            StartsOnElectionDay = value == Triggers.ElectionDay;
        }
    }

    /// <summary>How long it is.</summary>
    public required Length Length { get; init; }

    /// <summary>The cases it applies to.</summary>
    public required Selector AppliesTo { get; init; }

    /// <summary>The higher one wins where several apply.</summary>
    public int Priority { get; init; }

    /// <summary>The moment it never runs past; null if there is none.</summary>
    public Anchor? Cap { get; init; }

    /// <summary>The window near election day in which another limit takes over; null if there is none.</summary>
    public Window? Window { get; init; }

    /// <summary>Whether it stops while a court has the same matter.</summary>
    public bool IsPausable { get; init; }

    /// <summary>What its expiry opens, e.g. inaction; null if nothing.</summary>
    public string? OnExpiry { get; init; }

    /// <summary>The moments "immediately" is compared with; empty unless the unit is immediate.</summary>
    public IReadOnlyList<BenchmarkRule> Benchmarks { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }

    /// <summary>Whether it starts with an arrival at the forum, so that the forum's own date counts.</summary>
    public bool StartsAtForum { get; private init; }

    /// <summary>Whether it starts on election day, whatever moment is given.</summary>
    public bool StartsOnElectionDay { get; private init; }

    /// <summary>Whether it cannot be counted at all without an election day.</summary>
    public bool CountsFromElectionDay => StartsOnElectionDay || Length.Until is not null;

    /// <summary>Whether election day can change what it gives by itself.</summary>
    public bool NeedsElectionDay => CountsFromElectionDay || Cap is not null || Window is not null;
}
