using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Docket;

/// <summary>Where a proceeding came from.</summary>
internal static class Lineage
{
    /// <summary>
    /// The forums from which the matter came up to this one, nearest first: by appeal, against silence, or beside a commission. One lodged again
    /// or passed on came from nowhere below, and one sent back stands where it stood before.
    /// </summary>
    public static IReadOnlyList<Forum> Below(IReadOnlyDictionary<int, Proceeding> all, Proceeding from)
    {
        var below = new List<Forum>();
        var at = FirstTime(all, from);

        while (at.OpenedBy is ProceduralStep.Appeal or ProceduralStep.EscalateSilence or ProceduralStep.SeizeCourt
            && at.Parent is { } parent && all.TryGetValue(parent, out var lower))
        {
            below.Add(lower.Forum);
            at = FirstTime(all, lower);
        }

        return below;
    }

    /// <summary>The proceeding in which a forum had the matter before it is sent back to it from another; null if it never had.</summary>
    public static Proceeding? Before(IReadOnlyDictionary<int, Proceeding> all, Proceeding above, Forum forum) =>
        Ancestors(all, above).FirstOrDefault(each => each.Forum == forum && each.OpenedBy is not ProceduralStep.Remit);

    private static Proceeding FirstTime(IReadOnlyDictionary<int, Proceeding> all, Proceeding from) =>
        from.OpenedBy is ProceduralStep.Remit ? Before(all, from, from.Forum) ?? from : from;

    private static IEnumerable<Proceeding> Ancestors(IReadOnlyDictionary<int, Proceeding> all, Proceeding from)
    {
        for (var at = from; at.Parent is { } parent && all.TryGetValue(parent, out var next); at = next)
        {
            yield return next;
        }
    }
}
