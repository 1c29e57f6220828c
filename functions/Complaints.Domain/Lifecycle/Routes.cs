using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Lifecycle;

/// <summary>The forums to which each crossing step may lead from one proceeding, as its rulebook draws the ways.</summary>
/// <param name="First">Where a complaint may be lodged at first. A wrong forum is flagged, never blocked, so all that hear complaints.</param>
/// <param name="Higher">The next forums above; null where the law in the rulebook does not say.</param>
/// <param name="Right">The forums competent for the challenged act.</param>
/// <param name="Courts">The courts that may be seized of the same matter.</param>
/// <param name="Lower">The forums the matter came from.</param>
public sealed record Routes(
    IReadOnlyList<Forum> First,
    IReadOnlyList<Forum>? Higher,
    IReadOnlyList<Forum> Right,
    IReadOnlyList<Forum> Courts,
    IReadOnlyList<Forum> Lower)
{
    /// <summary>The forums to which one crossing step may lead; empty for a step that stays inside its forum.</summary>
    public IReadOnlyList<Forum> To(ProceduralStep step) => step switch
    {
        ProceduralStep.Lodge => First,
        ProceduralStep.Appeal or ProceduralStep.EscalateSilence => Higher ?? [],
        ProceduralStep.Relodge or ProceduralStep.Forward => Right,
        ProceduralStep.SeizeCourt => Courts,
        ProceduralStep.Remit => Lower,
        _ => [],
    };

    /// <summary>The position in which a crossing step opens the new proceeding.</summary>
    public static Position Opening(ProceduralStep step, Forum forum) =>
        new(forum.Instance ?? Instance.Filing, step is ProceduralStep.Remit ? Stage.Registered : Stage.Lodged);

    /// <summary>The ways out of a proceeding.</summary>
    /// <param name="rulebook">The law the complaint is judged under.</param>
    /// <param name="forum">The forum that has the proceeding; null before the first filing.</param>
    /// <param name="competent">The forums competent for the challenged act.</param>
    /// <param name="came">The forums the matter came from, nearest first.</param>
    public static Routes From(Rulebook rulebook, Forum? forum, IReadOnlyList<Forum> competent, IReadOnlyList<Forum> came)
    {
        var hearing = rulebook.Forums.Where(each => each.Instance is not null).ToArray();
        var higher = forum?.Next?.Select(rulebook.FindForum).OfType<Forum>().ToArray();
        var courts = competent.Concat(higher ?? []).Where(each => each.Kind == ForumKind.Court).Distinct().ToArray();
        return new Routes(hearing, forum is { Next: null } ? null : higher ?? [], competent, courts, came);
    }
}
