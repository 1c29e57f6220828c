using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>What one reading gives, as the plain count sees it.</summary>
internal sealed record PlainEnd(Mode Mode, Instant? At);

/// <summary>
/// The count once more, as the page about counting tells it: with calendar dates and zones alone, a step after the other, slow and plain. It
/// shares nothing with the count it is held against but the law it reads.
/// </summary>
internal sealed class PlainCount(Rulebook law, TimeLimit asked, LimitFacts facts)
{
    private readonly DateTimeZone zone = facts.ForumZone;
    private readonly Forum forum = law.FindForum(facts.Forum)!;

    /// <summary>The readings of this limit whose facts are known, and whose other limit applies to the forum.</summary>
    public ReadingRule[] Readings =>
    [
        .. law.Readings.Where(rule => rule.Limits.Contains(asked.Id) && IsKnown(rule.Needs)
            && (rule.Change.Limit is not { AppliesTo.Forum: { Count: > 0 } forums } || forums.Contains(facts.Forum))),
    ];

    public PlainEnd Under(params ReadingRule[] readings)
    {
        var change = readings.Aggregate(ReadingChange.Nothing, (all, reading) => all.With(reading.Change));

        if (change.NeverStarts is true || change.NeverEnds is true)
        {
            return new PlainEnd(Mode.Never, null);
        }

        var limit = change.Limit ?? asked;
        var start = change.StartFrom switch
        {
            Needs.PublishedAt => facts.PublishedAt!.Value,
            Needs.KnownAt => facts.KnownAt!.Value,
            Needs.ServedAt => facts.ServedAt!.Value,
            Needs.DeterminedAt => facts.DeterminedAt!.Value,
            _ => facts.CountedFrom,
        };
        var dayZero = DayZero(limit, change, start);
        var ordinary = change.Length ?? limit.Length.Value;

        if (facts.Suspended is not { } stay || !limit.IsPausable || change.AfterSuspension is AfterSuspension.NeverStopped
            || stay.Until <= start || stay.From >= Ordinary(limit, ordinary, change, start, dayZero))
        {
            return Counted(limit, change, start, start.InZone(zone).Date, dayZero, (units, unit) => Last(unit, units, dayZero, change.Start ?? law.DayCount.Start), start);
        }

        if (stay.Until is not { } resumed)
        {
            return new PlainEnd(Mode.Paused, null);
        }

        var resumption = resumed.InZone(zone).Date;
        var used = change.AfterSuspension is AfterSuspension.Restart ? 0 : Used(limit, dayZero, stay.From.InZone(zone).Date, change);
        return Counted(
            limit, change, resumed, resumption, resumption,
            (units, unit) => Last(unit, Math.Max(units - Math.Min(used, ordinary), 0), resumption, DayOne.NextDay), resumed);
    }

    private bool IsKnown(Needs needs) => needs switch
    {
        Needs.None => true,
        Needs.PublishedAt => facts.PublishedAt is not null,
        Needs.KnownAt => facts.KnownAt is not null,
        Needs.ServedAt => facts.ServedAt is not null,
        Needs.DeterminedAt => facts.DeterminedAt is not null,
        Needs.Continuing => facts.Continuing,
        Needs.Suspended => facts.Suspended is not null,
        _ => facts.PlaceZone is not null,
    };

    private PlainEnd Counted(
        TimeLimit limit, ReadingChange change, Instant tested, LocalDate testedOn, LocalDate from, Func<int, Unit, LocalDate> lastDay, Instant moment)
    {
        var inside = IsInside(limit.Window, change, tested, testedOn);
        var length = (inside ? limit.Window!.Effect : limit).Length;
        var units = inside ? length.Value : change.Length ?? length.Value;

        return length.Unit switch
        {
            Unit.Unknown => new PlainEnd(Mode.Unknown, null),
            Unit.Immediate => new PlainEnd(Mode.Immediate, Benchmark((inside ? limit.Window!.Effect : limit).Benchmarks, tested, testedOn)),
            Unit.Hour => Capped(limit, from, moment + Duration.FromHours(units)),
            Unit.DayAtTime => Capped(limit, from, zone.AtLeniently(lastDay(units, Unit.Day) + length.Time!.Value).ToInstant()),
            Unit.UntilEvent => Capped(limit, from, At(length.Until!)),
            Unit.SameDay => Capped(limit, from, After(from)),
            _ => Capped(limit, from, After(Rolled(lastDay(units, length.Unit), change))),
        };
    }

    /// <summary>Where it would end undisturbed: what begins later than that suspends nothing.</summary>
    private Instant Ordinary(TimeLimit limit, int units, ReadingChange change, Instant start, LocalDate dayZero) => limit.Length.Unit is Unit.Day or Unit.WorkingDay
        ? Capped(limit, dayZero, After(Rolled(Last(limit.Length.Unit, units, dayZero, change.Start ?? law.DayCount.Start), change))).At!.Value
        : start;

    private LocalDate DayZero(TimeLimit limit, ReadingChange change, Instant start) =>
        (limit.Trigger == Triggers.ElectionDay ? facts.ElectionDay!.Value
            : start.InZone(limit.Trigger is Triggers.Received or Triggers.RequestReceived || change.StartDateAtForum is true ? zone : facts.PlaceZone ?? zone).Date)
        .PlusDays(change.StartOffsetDays ?? 0);

    private LocalDate Last(Unit unit, int units, LocalDate from, DayOne dayOne)
    {
        var day = dayOne is DayOne.SameDay ? from.PlusDays(-1) : from;

        while (units > 0)
        {
            day = day.PlusDays(1);
            units -= unit is not Unit.WorkingDay || Works(day) ? 1 : 0;
        }

        return day;
    }

    private int Used(TimeLimit limit, LocalDate dayZero, LocalDate stayed, ReadingChange change)
    {
        var used = 0;

        for (var day = dayZero.PlusDays((change.Start ?? law.DayCount.Start) is DayOne.SameDay ? 0 : 1); day <= stayed; day = day.PlusDays(1))
        {
            used += limit.Length.Unit is not Unit.WorkingDay || Works(day) ? 1 : 0;
        }

        return used;
    }

    private LocalDate Rolled(LocalDate day, ReadingChange change)
    {
        while ((change.Roll ?? law.DayCount.Roll) is Roll.NextWorkingDay && !Works(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    private bool Works(LocalDate day) => law.Calendar is not { } calendar
        || (!calendar.Weekend.Contains(day.DayOfWeek) && !calendar.DaysOff.ContainsKey(day))
        || (facts.ElectionDay is { } election && calendar.WorkingNearElection.Contains(forum.Kind)
            && calendar.WorkingDaysFromElection.Contains(Period.DaysBetween(election, day)));

    private bool IsInside(Window? window, ReadingChange change, Instant tested, LocalDate day)
    {
        if (window is null || facts.ElectionDay is not { } election || change.WithoutWindow is true || day > election.PlusDays(window.ToDaysAfter))
        {
            return false;
        }

        return change.WindowHoursBefore is { } hours
            ? tested > zone.AtLeniently(election + change.WindowAnchorTime!.Value).ToInstant() - Duration.FromHours(hours)
            : day >= election.PlusDays(-(change.WindowFromDaysBefore ?? window.FromDaysBefore));
    }

    private Instant? Benchmark(IReadOnlyList<BenchmarkRule> rules, Instant tested, LocalDate day)
    {
        var special = rules.FirstOrDefault(each => each.OnElectionDayBefore is { } before && day == facts.ElectionDay && tested.InZone(zone).TimeOfDay < before);
        var chosen = special ?? rules.FirstOrDefault(each => each.OnElectionDayBefore is null);
        return chosen is null ? null : chosen.At is { } anchor ? At(anchor) : After(day);
    }

    private PlainEnd Capped(TimeLimit limit, LocalDate from, Instant due)
    {
        var cap = limit.Cap is { } anchor && facts.ElectionDay is not null ? At(anchor) : Instant.MaxValue;
        return new PlainEnd(Mode.Fixed, cap < due && (cap - Duration.Epsilon).InZone(zone).Date >= from ? cap : due);
    }

    private Instant At(Anchor anchor)
    {
        var day = facts.ElectionDay!.Value.PlusDays(anchor.DaysFromElection);
        return anchor.Time is { } time ? zone.AtLeniently(day + time).ToInstant() - Duration.FromHours(anchor.HoursBefore) : After(day);
    }

    /// <summary>The first instant that is not of this day any more, be the midnight doubled or missing.</summary>
    private Instant After(LocalDate day)
    {
        var midnight = zone.MapLocal(day.PlusDays(1).AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }
}
