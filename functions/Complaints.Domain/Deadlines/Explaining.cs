using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>Tells the count again, step by step, each with the rule and the citation it follows.</summary>
internal sealed class Explaining
{
    private readonly List<ExplanationStep> steps = [];
    private readonly Rulebook rulebook;
    private readonly TimeLimit limit;
    private readonly LimitFacts facts;
    private readonly Deadline deadline;
    private readonly Trace trace = new();

    private Explaining(Rulebook rulebook, LimitFacts facts, Deadline deadline)
    {
        this.rulebook = rulebook;
        limit = deadline.Selected;
        this.facts = facts;
        this.deadline = deadline;
        new Count(rulebook, limit, rulebook.FindForum(facts.Forum)!, facts).Under(ReadingChange.Nothing, trace);
    }

    public static Explanation Explain(Rulebook rulebook, LimitFacts facts, Deadline deadline)
    {
        var telling = new Explaining(rulebook, facts, deadline);
        telling.Rule();
        telling.Start();
        telling.Stay();
        telling.Window();
        telling.Days();
        telling.Cap();
        telling.Answer();
        telling.Readings();
        telling.Closing();
        return new Explanation(telling.steps);
    }

    private string? DayCountCitation => rulebook.DayCount.Footing.Citation;

    private void Rule() => Say("rule", limit.Footing.Citation, new Argument.Wording(limit.Name), new Argument.Word(limit.Obligor));

    private void Start()
    {
        if (limit.StartsOnElectionDay)
        {
            Say("start.election-day", limit.Footing.Citation, Day(trace.BaseDay));
            return;
        }

        var zone = limit.StartsAtForum ? facts.ForumZone : facts.PlaceZone ?? facts.ForumZone;
        Say("start", limit.Footing.Citation, new Argument.Word(limit.Trigger), new Argument.Moment(facts.CountedFrom, zone));
        Say(limit.StartsAtForum || facts.PlaceZone is null ? "start.at-forum" : "start.at-place", DayCountCitation, Day(trace.BaseDay));
    }

    private void Stay()
    {
        var citation = rulebook.Parallel.Footing.Citation;

        if (trace.Stay.Effect == StayEffect.TooLate)
        {
            Say("stay.too-late", citation);
        }
        else if (trace.Stay.Effect is StayEffect.Open or StayEffect.Resumed)
        {
            Say("stay.from", citation, Day(trace.Stay.StayedOn), new Argument.Span(trace.Stay.Used, limit.Length.Unit));
        }

        if (trace.Stay.IsResumed)
        {
            Say("stay.until", citation, Day(trace.Stay.ResumedOn));
        }
    }

    private void Window()
    {
        if (trace.WindowTested is not { } window)
        {
            return;
        }

        Say(
            trace.IsInsideWindow ? "window.inside" : "window.outside", window.Footing.Citation, Day(trace.TestedDay),
            Day(facts.ElectionDay!.Value.PlusDays(-window.FromDaysBefore)), Day(facts.ElectionDay.Value.PlusDays(window.ToDaysAfter)));
    }

    private void Days()
    {
        if (trace.CountedDay is not { } counted)
        {
            return;
        }

        var unit = rulebook.FindLimit(deadline.Limit)!.Length.Unit;

        if (trace.Stay.IsResumed)
        {
            var left = Math.Max(trace.Units - trace.Stay.Used, 0);
            Say("days.left", rulebook.Parallel.Footing.Citation, new Argument.Span(left, unit), Day(trace.Stay.ResumedOn), Day(counted));
        }
        else
        {
            Say(
                rulebook.DayCount.Start == DayOne.NextDay ? "days.next" : "days.same", DayCountCitation,
                new Argument.Span(trace.Units, unit), Day(trace.BaseDay), Day(counted));
        }

        if (trace.RolledTo is { } rolled && rolled != counted)
        {
            Say("days.rolled", rulebook.Calendar?.Footing.Citation, Day(counted), Day(rolled));
        }
    }

    private void Cap()
    {
        if (trace.IsCapBeforeBase)
        {
            Say("cap.before", limit.Footing.Citation);
        }
        else if (trace.CappedAt is { } at)
        {
            Say("cap", limit.Footing.Citation, Moment(LocalMoment.LastSecond(at)));
        }
    }

    private void Answer()
    {
        var governing = rulebook.FindLimit(deadline.Limit)!;

        switch (deadline)
        {
            case { DueExclusive: { } due }:
                Say("answer.fixed", governing.Footing.Citation, Moment(LocalMoment.LastSecond(due)), Moment(due));
                break;
            case { Benchmark: { } benchmark }:
                Say("answer.immediate", governing.Footing.Citation);
                Say("answer.benchmark", benchmark.Id, new Argument.Wording(benchmark.Label), Moment(benchmark.Exclusive));
                break;
            default:
                Say($"answer.{deadline.Mode.ToString().ToLowerInvariant()}", governing.Footing.Citation);
                break;
        }
    }

    private void Readings()
    {
        foreach (var reading in deadline.Alternatives)
        {
            var label = new Argument.Wording(reading.Label);
            var names = string.Join(", ", reading.Ambiguities);

            if (reading.DueExclusive is { } due)
            {
                Say("reading.fixed", names, label, Moment(LocalMoment.LastSecond(due)));
            }
            else
            {
                Say($"reading.{reading.Mode.ToString().ToLowerInvariant()}", names, label);
            }
        }

        if (deadline.WithoutEffect.Count > 0)
        {
            Say("readings.none", null, new Argument.Literal(string.Join("; ", deadline.WithoutEffect.Select(names => string.Join(" + ", names)))));
        }
    }

    private void Closing()
    {
        if (deadline.Earliest is { } earliest && deadline.Latest is { } latest && earliest != latest)
        {
            Say("span", null, Moment(LocalMoment.LastSecond(earliest)), Moment(latest));
        }

        if (rulebook.Calendar is { } calendar && WasRolled() && deadline.LastDay is { } day && !calendar.Covers.Contains(day))
        {
            Say("calendar.not-covered", calendar.Footing.Citation, Day(calendar.Covers.Start), Day(calendar.Covers.End));
        }

        var versions = deadline.Versions;
        Say(
            "versions", null, new Argument.Literal(versions.Rulebook), new Argument.Literal(versions.Calendar),
            new Argument.Literal(versions.Tzdb));
    }

    /// <summary>Whether the calendar was asked: by the primary reading or by one that rolls.</summary>
    private bool WasRolled() =>
        rulebook.DayCount.Roll != Roll.None || rulebook.WaysToCount(limit).Singles.Any(way => way.Change.Roll is not null);

    private static Argument.Day Day(LocalDate date) => new(date);

    private static Argument.Day Day(int day) => new(LocalDays.DayOf(day));

    private Argument.Moment Moment(Instant at) => new(at, facts.ForumZone);

    private void Say(string template, string? citation, params Argument[] arguments) =>
        steps.Add(new ExplanationStep(template, arguments, citation));
}
