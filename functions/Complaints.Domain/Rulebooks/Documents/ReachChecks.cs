namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>Finds limits that no case can ever come to, because what they ask for does not go together.</summary>
internal static class ReachChecks
{
    public static void NeverMet(Draft draft)
    {
        foreach (var limit in draft.Limits.Values.Where(limit => !CanBeMet(limit, draft)))
        {
            draft.Faults.Add("never-met", $"{draft.LimitPaths[limit.Id]}.appliesTo", $"No case can come to {limit.Id}: what it applies to does not go together.");
        }
    }

    private static bool CanBeMet(TimeLimit limit, Draft draft) => limit.AppliesTo.ViaWindow.Count > 0
        ? limit.AppliesTo.ViaWindow.Any(window => IsLedTo(limit, window, draft))
        : Forums(limit, draft).Any(forum => HasProceedings(limit, forum) && Matters(limit).Any(matter => CanBeBrought(matter, forum, limit.AppliesTo, draft)));

    private static bool IsLedTo(TimeLimit limit, string window, Draft draft) =>
        draft.Windows.TryGetValue(window, out var found) && found.Effect.Id == limit.Id && draft.Limits.Values.Any(other => other.Window?.Id == window);

    /// <summary>What is only asked for answers never hears, and so never decides, a complaint.</summary>
    private static bool HasProceedings(TimeLimit limit, Forum forum) => limit.Kind is LimitKind.Answer or LimitKind.Forward || forum.Instance is not null;

    private static bool CanBeBrought(Matter matter, Forum forum, Selector selector, Draft draft) =>
        (matter is not Matter.Appeal || IsAbove(forum, draft))
        && (selector.Target.Count == 0 || selector.Target.Any(target => CanAttack(target, matter, forum, selector, draft)));

    private static bool CanAttack(Target target, Matter matter, Forum forum, Selector selector, Draft draft) => (matter, target) switch
    {
        (Matter.Application, _) => false,
        (Matter.Inaction, _) => target is Target.Inaction,
        (Matter.Appeal, _) when forum.IsCommission => target is Target.LowerCommissionDecision && Actors(selector, draft).Any(actor => IsBelow(actor, forum)),
        (_, Target.LowerCommissionDecision) => false,
        (_, Target.OwnDecision) => selector.ChallengedActor.Count == 0 || selector.ChallengedActor.Contains(forum.Id),
        _ => true,
    };

    private static bool IsAbove(Forum forum, Draft draft) =>
        draft.Forums.Values.Any(other => (other.Next ?? []).Contains(forum.Id) || IsBelow(other, forum));

    private static bool IsBelow(Forum one, Forum other) => one.IsCommission && other.IsCommission && one.Level < other.Level;

    private static IEnumerable<Forum> Forums(TimeLimit limit, Draft draft) => draft.Forums.Values.Where(forum => limit.AppliesTo.Admits(forum.Id));

    private static IEnumerable<Forum> Actors(Selector selector, Draft draft) =>
        draft.Forums.Values.Where(forum => selector.ChallengedActor.Count == 0 || selector.ChallengedActor.Contains(forum.Id));

    private static IEnumerable<Matter> Matters(TimeLimit limit) => limit.AppliesTo.Matter.Count > 0 ? limit.AppliesTo.Matter : Enum.GetValues<Matter>();
}
