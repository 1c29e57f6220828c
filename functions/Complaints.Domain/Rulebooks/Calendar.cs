using System.Collections.Frozen;
using NodaTime;

namespace Complaints.Domain.Rulebooks;

/// <summary>The working days of a jurisdiction: its weekend, its days off, and the days on which some bodies work all the same.</summary>
public sealed record Calendar
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly FrozenSet<int> offNumbers = [];
    private readonly int weekendBits;
    private readonly int workingKindBits;

    /// <summary>The code of the calendar.</summary>
    public required string Id { get; init; }

    /// <summary>Its id and version, e.g. KZ@1.</summary>
    public required string Version { get; init; }

    /// <summary>The days of the week nobody works.</summary>
    public required IReadOnlyList<IsoDayOfWeek> Weekend
    {
        get;
        init
        {
            field = value;
            weekendBits = value.Aggregate(0, (bits, day) => bits | (1 << (int)day));
        }
    }

    /// <summary>The days off and why.</summary>
    public required FrozenDictionary<LocalDate, Text> DaysOff
    {
        get;
        init
        {
            field = value;
            offNumbers = value.Keys.Select(day => Period.DaysBetween(Epoch, day)).ToFrozenSet();
        }
    }

    /// <summary>The dates whose days off are listed; outside it only weekends are known.</summary>
    public required DateInterval Covers { get; init; }

    /// <summary>The bodies that work near election day even on a weekend.</summary>
    public required IReadOnlyList<ForumKind> WorkingNearElection
    {
        get;
        init
        {
            field = value;
            workingKindBits = value.Aggregate(0, (bits, kind) => bits | (1 << (int)kind));
        }
    }

    /// <summary>The days on which they do, counted from election day.</summary>
    public required IReadOnlyList<int> WorkingDaysFromElection { get; init; }

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }

    /// <summary>Whether a body of this kind works on this day; without an election day nothing is special.</summary>
    public bool IsWorkingDay(LocalDate day, ForumKind kind, LocalDate? electionDay) => IsWorkingDay(
        Period.DaysBetween(Epoch, day), kind, electionDay is { } election ? Period.DaysBetween(Epoch, election) : null);

    /// <summary>The same for days numbered from 1 January 1970, a Thursday, as day 0.</summary>
    internal bool IsWorkingDay(int day, ForumKind kind, int? electionDay) =>
        ((weekendBits & (1 << Weekday(day))) == 0 && !offNumbers.Contains(day))
        || (electionDay is { } election && (workingKindBits & (1 << (int)kind)) != 0 && WorkingDaysFromElection.Contains(day - election));

    private static int Weekday(int day) => ((((day + 3) % 7) + 7) % 7) + 1;
}
