using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>When a decision becomes final by itself, or why it does not.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="At">The moment; null where it never comes by itself.</param>
/// <param name="Forum">The forum it may be taken to, on which that hangs; null where there is none or none is known.</param>
/// <param name="Citation">The place in the law, or what of it was not read.</param>
public sealed record Finality(string Code, Instant? At, Forum? Forum, Text? Citation)
{
    /// <summary>What the law says of a decided proceeding; null of any other.</summary>
    internal static Finality? Of(Law law, Grievance grievance, Proceeding each)
    {
        if (each is not { Decision: { } decision, Stage: Stage.Decided or Stage.Final })
        {
            return null;
        }

        if (each.Stage is Stage.Final)
        {
            return new Finality("finality.reached", null, null, each.Forum.Footing.Citation);
        }

        if (each.IsChallenged)
        {
            return new Finality("finality.challenged", null, null, null);
        }

        if (each.Forum.Next is not { } next)
        {
            return new Finality("finality.next-unknown", null, null, each.Forum.Footing.Citation);
        }

        return next.Count == 0
            ? new Finality("finality.last-word", decision.At, null, each.Forum.Footing.Citation)
            : Open(law, grievance, each, next) ?? new Finality("finality.at", Timers.MomentOf(law, grievance, each, ProceduralStep.BecomeFinal)?.At, null, null);
    }

    /// <summary>The first way on whose time has no certain end.</summary>
    private static Finality? Open(Law law, Grievance grievance, Proceeding each, IReadOnlyList<string> next) => next
        .Select(id => law.Rulebook.FindForum(id)!)
        .Select(forum => (Forum: forum, Time: Clocks.ToAppeal(law, grievance, each, forum, forum.Zone.Fixed ?? each.Zone)))
        .Where(way => way.Time?.Latest is null)
        .Select(way => new Finality(
            way.Time is null or { Mode: Mode.Unknown } ? "finality.limit-unknown" : "finality.limit-open-ended",
            null,
            way.Forum,
            way.Time?.Selected.Footing.Citation ?? Text.Same(way.Time?.Selected.Footing.Ambiguity)))
        .FirstOrDefault();
}
