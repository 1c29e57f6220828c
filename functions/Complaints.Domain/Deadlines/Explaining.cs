using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>Tells the count again, step by step, each with the rule and the citation it follows.</summary>
internal sealed partial class Explaining
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

        if (deadline.IsStarted)
        {
            telling.Start();
            telling.Stay();
            telling.Window();
            telling.Days();
            telling.Cap();
        }

        telling.Answer();
        telling.Readings();
        telling.Closing();
        return new Explanation(telling.steps);
    }

    private Text? DayCountCitation => rulebook.DayCount.Footing.Citation;

    private void Rule()
    {
        Say("rule", limit.Footing.Citation, new Argument.Wording(limit.Name), new Argument.Word(limit.Obligor));
        var day = facts.CountedFrom.InZone(facts.ForumZone).Date;

        if (day < rulebook.ValidFrom)
        {
            Say("law.not-yet", rulebook.Footing.Citation, Day(rulebook.ValidFrom.Value));
        }
        else if (day > rulebook.ValidTo)
        {
            Say("law.no-longer", rulebook.Footing.Citation, Day(rulebook.ValidTo.Value));
        }
    }

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

            if (trace.WindowTested is not null)
            {
                Say("stay.tested", citation);
            }
        }
    }

    private void Window()
    {
        // While it is suspended nobody knows yet: the day of resumption will be asked.
        if (trace.WindowTested is not { } window || trace.Stay.Effect == StayEffect.Open)
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
            Say(
                left == 0 ? "days.none-left" : "days.left", rulebook.Parallel.Footing.Citation,
                new Argument.Span(left, unit), Day(trace.Stay.ResumedOn), Day(counted));
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
                Say("answer.immediate", trace.IsInsideWindow ? limit.Window!.Footing.Citation : governing.Footing.Citation);
                Say("answer.benchmark", Text.Same(benchmark.Id), new Argument.Wording(benchmark.Label), Moment(benchmark.Exclusive));
                break;
            default:
                Say($"answer.{deadline.Mode.ToString().ToLowerInvariant()}", governing.Footing.Citation);
                break;
        }
    }

    private static Argument.Day Day(LocalDate date) => new(date);

    private static Argument.Day Day(int day) => new(LocalDays.DayOf(day));

    private Argument.Moment Moment(Instant at) => new(at, facts.ForumZone);

    private void Say(string template, Text? citation, params Argument[] arguments) =>
        steps.Add(new ExplanationStep(template, arguments, citation));
}
