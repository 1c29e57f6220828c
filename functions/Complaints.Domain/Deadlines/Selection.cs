using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Deadlines;

/// <summary>Which limit applies: the one named, else the one with the highest priority and then the most selectors.</summary>
internal static class Selection
{
    public static Result<TimeLimit> Of(Rulebook rulebook, LimitFacts facts) =>
        facts.LimitId is { } id ? Named(rulebook, id, facts) : Fitting(rulebook, facts);

    private static Result<TimeLimit> Named(Rulebook rulebook, string id, LimitFacts facts)
    {
        if (rulebook.FindLimit(id) is not { } limit)
        {
            return new Refusal("limit.unknown", $"{rulebook.Version} has no limit {id}.", Field: "limit");
        }

        if (limit.AppliesTo.ViaWindow.Count > 0)
        {
            return new Refusal("limit.via-window", $"{id} governs only through a window near election day: ask for the ordinary limit.", Field: "limit");
        }

        return limit.AppliesTo.Admits(facts.Forum)
            ? limit
            : new Refusal("limit.not-for-forum", $"{id} does not apply to {facts.Forum}.", limit.Footing.Citation, "limit");
    }

    private static Result<TimeLimit> Fitting(Rulebook rulebook, LimitFacts facts)
    {
        var matter = facts.Matter ?? Characterisation.MatterOf(
            rulebook, facts.Forum, facts.ChallengedActor, facts.ChallengedActKind, Opening.Filing, isApplication: false);
        var opening = matter switch { Matter.Appeal => Opening.Appeal, Matter.Inaction => Opening.Silence, _ => Opening.Filing };
        var target = facts.Target ?? Characterisation.TargetOf(
            rulebook, facts.Forum, facts.ChallengedActor, facts.ChallengedActKind, opening);

        var phase = facts.Phase ?? Characterisation.PhaseOf(
            facts.Subject, facts.CountedFrom.InZone(facts.PlaceZone ?? facts.ForumZone).Date, facts.ElectionDay);

        TimeLimit? best = null;
        TimeLimit? tie = null;

        foreach (var limit in rulebook.Limits)
        {
            if (limit.Kind != facts.Kind || (facts.Trigger is { } trigger && limit.Trigger != trigger) || !Applies(limit.AppliesTo, facts, matter, target, phase))
            {
                continue;
            }

            if (best is null || IsBefore(limit, best))
            {
                (best, tie) = (limit, null);
            }
            else if (!IsBefore(best, limit))
            {
                tie ??= limit;
            }
        }

        if (best is null)
        {
            return None(rulebook, facts);
        }

        return tie is not null
            ? new Refusal("limit.trigger-needed", $"{best.Id} and {tie.Id} both fit: say what the count starts from.", Field: "trigger")
            : best;
    }

    private static bool Applies(Selector selector, LimitFacts facts, Matter matter, Target? target, string? phase) =>
        selector.ViaWindow.Count == 0
        && selector.Admits(facts.Forum)
        && (selector.Matter.Count == 0 || selector.Matter.Contains(matter))
        && (selector.Target.Count == 0 || (target is { } attacked && selector.Target.Contains(attacked)))
        && AppliesTo(selector.ChallengedActor, facts.ChallengedActor)
        && AppliesTo(selector.Subject, facts.Subject)
        && AppliesTo(selector.Phase, phase)
        && AppliesTo(selector.Reason, facts.Reason)
        && (!selector.OnElectionDay || facts.CountedFrom.InZone(facts.ForumZone).Date == facts.ElectionDay);

    /// <summary>No limit fits: perhaps only because what one depends on was not said.</summary>
    private static Refusal None(Rulebook rulebook, LimitFacts facts)
    {
        var possible = rulebook.Limits.Where(limit => limit.Kind == facts.Kind && limit.AppliesTo.ViaWindow.Count == 0 && limit.AppliesTo.Admits(facts.Forum)).ToArray();
        string[] unsaid =
        [
            .. facts.ChallengedActor is null && possible.Any(limit => limit.AppliesTo is { Target.Count: > 0 } or { ChallengedActor.Count: > 0 }) ? ["challengedActor"] : Array.Empty<string>(),
            .. facts.ChallengedActKind is null && possible.Any(limit => limit.AppliesTo.Target.Count > 0) ? ["challengedActKind"] : Array.Empty<string>(),
            .. facts.Subject is null && possible.Any(limit => limit.AppliesTo.Subject.Count > 0) ? ["subject"] : Array.Empty<string>(),
            .. facts.Phase is null && possible.Any(limit => limit.AppliesTo.Phase.Count > 0) ? ["phase"] : Array.Empty<string>(),
            .. facts.Reason is null && possible.Any(limit => limit.AppliesTo.Reason.Count > 0) ? ["reason"] : Array.Empty<string>(),
        ];

        return unsaid.Length == 0
            ? new Refusal("limit.none", $"{rulebook.Version} gives no {Word(facts.Kind)} limit for this case before {facts.Forum}.")
            : new Refusal(
                "limit.none",
                $"{rulebook.Version} gives no {Word(facts.Kind)} limit for this case before {facts.Forum} as far as it is told; it may once these are: {string.Join(", ", unsaid)}.",
                Field: unsaid[0]);
    }

    private static bool AppliesTo(IReadOnlyList<string> list, string? value)
    {
        for (var index = 0; index < list.Count; index++)
        {
            if (list[index] == value)
            {
                return true;
            }
        }

        return list.Count == 0;
    }

    /// <summary>The higher priority goes before, then the greater number of selectors.</summary>
    private static bool IsBefore(TimeLimit one, TimeLimit other) =>
        one.Priority > other.Priority || (one.Priority == other.Priority && one.AppliesTo.Keys > other.AppliesTo.Keys);

    private static string Word(LimitKind kind) => kind switch
    {
        LimitKind.Filing => "filing",
        LimitKind.Decision => "decision",
        LimitKind.Answer => "answer",
        _ => "forwarding",
    };
}
