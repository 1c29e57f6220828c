using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Deadlines;

/// <summary>The working days of one forum around one election; days are numbered as LocalDays does.</summary>
internal readonly struct WorkingDays(Calendar? calendar, ForumKind kind, int? electionDay)
{
    /// <summary>The last day of so many units; day one is the day after this one, or this one itself.</summary>
    public int LastDay(Unit unit, int length, int from, DayOne dayOne)
    {
        var day = dayOne == DayOne.SameDay ? from - 1 : from;

        if (unit != Unit.WorkingDay)
        {
            return day + length;
        }

        for (var left = length; left > 0;)
        {
            left -= Includes(++day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many units the days up to and including this one use up; never below none.</summary>
    public int Used(Unit unit, int from, int until, DayOne dayOne)
    {
        var first = dayOne == DayOne.SameDay ? from : from + 1;

        if (unit != Unit.WorkingDay)
        {
            return Math.Max(until - first + 1, 0);
        }

        var used = 0;

        for (var day = first; day <= until; day++)
        {
            used += Includes(day) ? 1 : 0;
        }

        return used;
    }

    /// <summary>This day or the next working one.</summary>
    public int Rolled(int day)
    {
        while (!Includes(day))
        {
            day++;
        }

        return day;
    }

    private bool Includes(int day) => calendar!.IsWorkingDay(day, kind, electionDay);
}
