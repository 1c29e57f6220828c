using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>What a clock measures.</summary>
public enum ClockKind
{
    /// <summary>The time to file the first complaint, also with the right forum after a filing with a wrong one.</summary>
    File,

    /// <summary>The forum's time to decide or answer.</summary>
    Decide,

    /// <summary>The time to answer, where the forum calls a complaint an application.</summary>
    Answer,

    /// <summary>The time for a check asked of another body.</summary>
    Check,

    /// <summary>The time to pass a filing on to the right forum, where the law makes a wrong one do so.</summary>
    Forward,

    /// <summary>The time to challenge a decision.</summary>
    Appeal,

    /// <summary>The time to challenge silence.</summary>
    Silence,
}

/// <summary>A limit applied to one complaint: who owes what until when.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Proceeding">The proceeding it belongs to; null before filing.</param>
/// <param name="Forum">The forum that owes the act, or with which it must be filed.</param>
/// <param name="Since">When the tracker heard of the fact that started it. No alert is owed for a moment before this.</param>
/// <param name="Deadline">The date, with every reading.</param>
public sealed record Clock(ClockKind Kind, int? Proceeding, Forum Forum, Instant Since, Deadline Deadline)
{
    /// <summary>From when on it can be said to run, where that is only argued: the forum may not be silent yet under every reading.</summary>
    public Instant? ArguedFrom { get; init; }

    /// <summary>Who must act in time: as the limit says, but from a complaint upheld it is the body whose act was challenged that may appeal.</summary>
    public string Obligor { get; init; } = Deadline.Obligor;

    /// <summary>Whether anybody on the complainant's side waits for it or must act in it; of the other side's time to appeal nobody is warned.</summary>
    public bool IsOurs => Obligor != Parties.ChallengedBody;
}

/// <summary>Collects the clocks that run for a complaint.</summary>
internal static class RunningClocks
{
    public static IReadOnlyList<Clock> Of(Complaint complaint) => complaint.Proceedings.Count == 0
        ? complaint.IsWithdrawnBeforeFiling ? [] : [.. BeforeFiling(complaint)]
        : [.. complaint.Proceedings.SelectMany(each => Of(complaint, each)), .. AfterWrongForum(complaint)];

    /// <summary>The times to challenge a silence that can be argued before it is certain.</summary>
    public static IEnumerable<Clock> Argued(Complaint complaint) =>
        from each in complaint.Proceedings
        where each is { IsAwaited: true, IsSilenceChallenged: false }
        let missed = Docket.Clocks.ToDecide(complaint.Law, complaint.Grievance, each)
        where missed?.ArguableFrom is not null
        from clock in Silent(complaint.Law, complaint.Grievance, each)
        select clock with { ArguedFrom = missed.ArguableFrom };

    private static IEnumerable<Clock> BeforeFiling(Complaint complaint) => ToFile(complaint, null, complaint.RecordedAt);

    /// <summary>A filing with a wrong forum saves nothing (AMB-12): the time to file with the right one goes on beside it.</summary>
    private static IEnumerable<Clock> AfterWrongForum(Complaint complaint)
    {
        var competent = Facts.Competent(complaint.Law, complaint.Grievance);

        return complaint.Proceedings.Any(each => competent.Contains(each.Forum))
            ? []
            : complaint.Proceedings
                .Where(each => Facts.IsMisdirected(each, competent) && (each.IsOpen || each.Decision is { IsOnForm: true }))
                .SelectMany(each => ToFile(complaint, each.Number, each.RecordedAt));
    }

    private static IEnumerable<Clock> ToFile(Complaint complaint, int? proceeding, Instant since)
    {
        var (law, grievance) = (complaint.Law, complaint.Grievance);

        foreach (var forum in Facts.Competent(law, grievance))
        {
            if (Opening.ZoneOf(forum, grievance.PlaceZone) is { } zone
                && Docket.Clocks.ToFile(law, grievance, forum, zone) is { } deadline)
            {
                yield return new Clock(ClockKind.File, proceeding, forum, since, deadline);
            }
        }
    }

    private static IEnumerable<Clock> Of(Complaint complaint, Proceeding each)
    {
        var (law, grievance) = (complaint.Law, complaint.Grievance);

        if (each.IsAwaited || each.Stage is Stage.Unanswered)
        {
            foreach (var clock in Awaited(law, grievance, each))
            {
                yield return clock;
            }
        }

        if (each is { Stage: Stage.Unanswered, IsSilenceChallenged: false })
        {
            foreach (var clock in Silent(law, grievance, each))
            {
                yield return clock;
            }
        }

        if (each is { Stage: Stage.Decided, IsChallenged: false, Decision: { } decision })
        {
            foreach (var (forum, zone) in Next(law, each))
            {
                if (Docket.Clocks.ToAppeal(law, grievance, each, forum, zone) is { } appeal)
                {
                    yield return new Clock(ClockKind.Appeal, each.Number, forum, decision.RecordedAt, appeal)
                    {
                        Obligor = decision.Outcome == Outcomes.Upheld ? Parties.ChallengedBody : appeal.Obligor,
                    };
                }
            }
        }
    }

    private static IEnumerable<Clock> Awaited(Law law, Grievance grievance, Proceeding each)
    {
        if (Docket.Clocks.ToDecide(law, grievance, each) is { } decide)
        {
            yield return new Clock(ClockKind.Decide, each.Number, each.Forum, each.RecordedAt, decide);
        }

        if (Docket.Clocks.ToAnswer(law, grievance, each) is { } answer)
        {
            yield return new Clock(ClockKind.Answer, each.Number, each.Forum, each.RecordedAt, answer);
        }

        if (Docket.Clocks.ToForward(law, grievance, each) is { } forward)
        {
            yield return new Clock(ClockKind.Forward, each.Number, each.Forum, each.RecordedAt, forward);
        }

        if (Docket.Clocks.ToCheck(law, grievance, each) is { } check)
        {
            yield return new Clock(ClockKind.Check, each.Number, law.Rulebook.FindForum(each.Check!.AskedOf)!, each.Check.RecordedAt, check);
        }
    }

    private static IEnumerable<Clock> Silent(Law law, Grievance grievance, Proceeding each)
    {
        foreach (var (forum, zone) in Next(law, each))
        {
            if (Docket.Clocks.ToChallengeSilence(law, grievance, each, forum, zone) is { } silence)
            {
                yield return new Clock(ClockKind.Silence, each.Number, forum, each.RecordedAt, silence);
            }
        }
    }

    private static IEnumerable<(Forum Forum, DateTimeZone Zone)> Next(Law law, Proceeding each) =>
        (each.Forum.Next ?? []).Select(id => law.Rulebook.FindForum(id)!)
            .Select(forum => (forum, forum.Zone.Fixed ?? each.Zone));
}
