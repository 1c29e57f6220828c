using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>One limit applied to one set of facts: counts it under any reading. Local days first, instants last.</summary>
internal readonly struct Count
{
    private readonly TimeLimit asked;
    private readonly DayCount dayCount;
    private readonly LimitFacts facts;
    private readonly LocalDays days;
    private readonly WorkingDays working;
    private readonly int election;
    private readonly long started;
    private readonly int startedOn;
    private readonly int happenedOn;

    public Count(Rulebook rulebook, TimeLimit asked, Forum forum, LimitFacts facts)
    {
        this.asked = asked;
        this.facts = facts;
        dayCount = rulebook.DayCount;
        days = new LocalDays(facts.ForumZone, facts.CountedFrom);
        started = facts.CountedFrom.ToUnixTimeTicks();
        startedOn = days.On(started);
        happenedOn = facts.PlaceZone is { } place && !ReferenceEquals(place, facts.ForumZone)
            ? LocalDays.NumberOf(facts.CountedFrom.InZone(place).Date)
            : startedOn;
        HasElection = facts.ElectionDay is not null;
        election = facts.ElectionDay is { } day ? LocalDays.NumberOf(day) : 0;
        working = new WorkingDays(rulebook.Calendar, forum.Kind, HasElection ? election : null);
    }

    private bool HasElection { get; }

    public Outcome Under(ReadingChange change, Trace? trace = null)
    {
        if (change.NeverStarts is true || change.NeverEnds is true)
        {
            return Outcome.Of(Mode.Never, asked);
        }

        var limit = change.Limit ?? asked;
        var start = change.StartFrom is { } moment ? facts.Moment(moment).ToUnixTimeTicks() : started;
        var from = BaseDay(limit, change);
        var stay = facts.Suspended is { } suspended ? StayBy(suspended, limit, start, from, change) : Stay.None;
        var tested = stay.IsResumed ? stay.ResumedAt : start;
        var testedOn = stay.IsResumed ? stay.ResumedOn : ForumDay(change);
        var inside = limit.Window is not null && IsInside(limit.Window, change, tested, testedOn);
        var governing = inside ? limit.Window!.Effect : limit;
        var length = governing.Length;
        var units = inside ? length.Value : change.Length ?? length.Value;

        if (trace is not null)
        {
            (trace.BaseDay, trace.TestedDay, trace.Stay, trace.Units) = (from, testedOn, stay, units);
            (trace.WindowTested, trace.IsInsideWindow) = (HasElection ? limit.Window : null, inside);
        }

        return stay.Effect == StayEffect.Open
            ? Outcome.Of(Mode.Paused, limit)
            : length.Unit switch
            {
                Unit.Unknown => Outcome.Of(Mode.Unknown, governing),
                Unit.Immediate => ImmediateFrom(governing, tested, testedOn),
                _ => Capped(limit, stay.IsResumed ? stay.ResumedOn : from, Fixed(governing, units, start, from, stay, change, trace), trace),
            };
    }

    private int BaseDay(TimeLimit limit, ReadingChange change)
    {
        var day = limit.StartsOnElectionDay ? election
            : limit.StartsAtForum || change.StartDateAtForum is true ? ForumDay(change)
            : change.StartFrom is not { } moment ? happenedOn
            : facts.PlaceZone is { } place && !ReferenceEquals(place, facts.ForumZone)
                ? LocalDays.NumberOf(facts.Moment(moment).InZone(place).Date)
                : ForumDay(change);

        return day + (change.StartOffsetDays ?? 0);
    }

    private int ForumDay(ReadingChange change) => change.StartFrom is { } moment ? days.On(facts.Moment(moment).ToUnixTimeTicks()) : startedOn;

    private Stay StayBy(Suspension suspended, TimeLimit limit, long start, int from, ReadingChange change)
    {
        if (!limit.IsPausable || change.AfterSuspension == AfterSuspension.NeverStopped || suspended.Until?.ToUnixTimeTicks() <= start)
        {
            return Stay.None;
        }

        var units = change.Length ?? limit.Length.Value;
        var stayed = suspended.From.ToUnixTimeTicks();

        if (stayed >= Capped(limit, from, Fixed(limit, units, start, from, Stay.None, change, null), null).At)
        {
            return Stay.TooLate;
        }

        var stayedOn = days.On(stayed);
        var used = change.AfterSuspension == AfterSuspension.Restart
            ? 0
            : Math.Min(working.Used(limit.Length.Unit, from, stayedOn, change.Start ?? dayCount.Start), units);

        return suspended.Until?.ToUnixTimeTicks() is { } until
            ? new Stay(StayEffect.Resumed, stayedOn, used, until, days.On(until))
            : new Stay(StayEffect.Open, stayedOn, used, 0, 0);
    }

    private bool IsInside(Window window, ReadingChange change, long tested, int day) =>
        HasElection && change.WithoutWindow is not true && day <= election + window.ToDaysAfter && (change.WindowHoursBefore is { } hours
            ? tested > days.At(election, change.WindowAnchorTime!.Value) - (hours * NodaConstants.TicksPerHour)
            : day >= election - (change.WindowFromDaysBefore ?? window.FromDaysBefore));

    private Outcome ImmediateFrom(TimeLimit governing, long tested, int day)
    {
        BenchmarkRule? chosen = null;

        for (var index = 0; index < governing.Benchmarks.Count; index++)
        {
            var benchmark = governing.Benchmarks[index];

            if (benchmark.OnElectionDayBefore is not { } before)
            {
                chosen ??= benchmark;
            }
            else if (HasElection && day == election && days.TimeOf(tested) < before)
            {
                chosen = benchmark;
                break;
            }
        }

        return chosen is null
            ? Outcome.Of(Mode.Immediate, governing)
            : new Outcome(Mode.Immediate, governing, chosen.At is { } anchor ? At(anchor) : days.After(day), 0, chosen);
    }

    private Outcome Fixed(TimeLimit governing, int units, long start, int from, Stay stay, ReadingChange change, Trace? trace)
    {
        var length = governing.Length;
        var dayOne = change.Start ?? dayCount.Start;

        switch (length.Unit)
        {
            case Unit.Hour:
                return ByClock(governing, (stay.IsResumed ? stay.ResumedAt : start) + (units * NodaConstants.TicksPerHour));
            case Unit.DayAtTime:
                return ByClock(governing, days.At(working.LastDay(Unit.Day, units, from, dayOne), length.Time!.Value));
            case Unit.UntilEvent:
                return ByClock(governing, At(length.Until!));
            case Unit.SameDay:
                var same = stay.IsResumed ? stay.ResumedOn : from;
                return Outcome.FixedAt(governing, days.After(same), same);
            default:
                var counted = stay.IsResumed
                    ? working.LastDay(length.Unit, Math.Max(units - stay.Used, 0), stay.ResumedOn, DayOne.NextDay)
                    : working.LastDay(length.Unit, units, from, dayOne);
                var last = (change.Roll ?? dayCount.Roll) == Roll.None ? counted : working.Rolled(counted);

                if (trace is not null)
                {
                    (trace.CountedDay, trace.RolledTo) = (counted, last);
                }

                return Outcome.FixedAt(governing, days.After(last), last);
        }
    }

    /// <summary>The earlier of what was counted and the cap; a cap before the base day does not apply.</summary>
    private Outcome Capped(TimeLimit limit, int from, in Outcome counted, Trace? trace)
    {
        if (limit.Cap is not { } cap || !HasElection)
        {
            return counted;
        }

        var at = At(cap);

        if (at >= counted.At)
        {
            return counted;
        }

        var capped = ByClock(counted.Limit, at);

        if (trace is not null)
        {
            (trace.CappedAt, trace.IsCapBeforeBase) = (capped.LastDay < from ? null : Instant.FromUnixTimeTicks(at), capped.LastDay < from);
        }

        return capped.LastDay < from ? counted : capped;
    }

    private Outcome ByClock(TimeLimit governing, long due) => Outcome.FixedAt(governing, due, days.On(due - 1));

    private long At(Anchor anchor) => anchor.Time is { } time
        ? days.At(election + anchor.DaysFromElection, time) - (anchor.HoursBefore * NodaConstants.TicksPerHour)
        : days.After(election + anchor.DaysFromElection);
}
