using Complaints.Domain.Rulebooks;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Puts a complaint under another rulebook version.</summary>
internal static class Repin
{
    private const int LongestReason = 500;

    public static Result<Repinning> Of(
        Complaint complaint, Law to, IReadOnlyList<LawDifference> differences, string? why, Instant now, string by)
    {
        if (Homeless(complaint, to).ToArray() is { Length: > 0 } homeless)
        {
            return homeless;
        }

        var pin = new Repinned(complaint.Law.Rulebook.Version, to.Rulebook.Version, why ?? Places(differences));
        var changed = Appending.To(complaint, to, [new DocketEvent(complaint.Version + 1, now, now, by, null, pin)], now, by);

        if (!changed.IsAllowed(out var pinned))
        {
            return changed.Refusals;
        }

        var change = pinned.Complaint.TakeTimersSteps(now) is { } timers ? timers with { Events = [.. pinned.Events, .. timers.Events] } : pinned;
        return new Repinning(change, Recomputing.Between(complaint, change.Complaint, differences, now));
    }

    /// <summary>Every filing that went to a forum the other law does not have, or does not have at that place.</summary>
    private static IEnumerable<Refusal> Homeless(Complaint complaint, Law to) =>
        from each in Corrections.Apply(complaint.History).Live
        where each.What is StepTaken { Step: var step, Details.Opens: not null } && step.Crosses()
        let details = ((StepTaken)each.What).Details
        where to.Rulebook.FindForum(details.Forum!) is not { } forum || Opening.ZoneOf(forum, details) is null
        select Refusals.ForumGone(each, details.Forum!, to.Rulebook.Version);

    private static string Places(IReadOnlyList<LawDifference> differences)
    {
        var places = string.Join(", ", differences.Where(each => each.CanMoveDates).Select(each => each.Place));
        return places.Length == 0 ? "no place that moves a date" : places.Length > LongestReason ? $"{places[..LongestReason]}..." : places;
    }
}
