using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>The way of a complaint from its writing down on: where it has been, where it stands, and what the machine lets follow.</summary>
/// <param name="Places">Where it has been: before filing, then each proceeding by number.</param>
/// <param name="Further">The forums beyond what can follow next, the nearer first, as the rulebook draws the ways.</param>
public sealed record Way(IReadOnlyList<Place> Places, IReadOnlyList<Beyond> Further)
{
    internal static Way Of(Complaint complaint, Instant now)
    {
        var current = complaint.Current;
        var live = Corrections.Apply(complaint.History).Live;
        var draft = new Place(
            null, [new Passed(null, complaint.RecordedAt, null)], current is null, current is null ? Follows(complaint, null, now) : []);
        Place[] places =
        [
            draft,
            .. complaint.Proceedings.Select(each => new Place(
                each, PassedIn(live, each.Number), each == current, each == current || each.IsOpen ? Follows(complaint, each, now) : [])),
        ];
        return new Way(places, Ahead(complaint.Law.Rulebook, places));
    }

    private static Passed[] PassedIn(IReadOnlyList<DocketEvent> live, int proceeding) =>
    [
        .. from each in live
           where each.What is StepTaken { Step: not ProceduralStep.Correct } taken && (taken.Details.Opens ?? each.Proceeding) == proceeding
           orderby each.At, each.Seq
           let step = (StepTaken)each.What
           select new Passed(step.Step, each.At, step.Details.Outcome),
    ];

    private static Following[] Follows(Complaint complaint, Proceeding? from, Instant now)
    {
        var (law, grievance) = (complaint.Law, complaint.Grievance);
        var position = from?.Position ?? complaint.Position;
        var facts = from is null
            ? Facts.BeforeFiling(law, grievance, null)
            : Facts.Of(law, grievance, complaint.Proceedings.ToDictionary(each => each.Number), from, null, now);

        return
        [
            .. from step in ProceedingMachine.Open(position, facts)
               let taken = ProceedingMachine.Take(step, position, facts)
               where step.Crosses() || (taken.IsAllowed(out var to) && to != position)
               select new Following(step, ForumsOf(step, facts.Routes)),
        ];
    }

    /// <summary>Any forum takes a first filing, but the way leads to those that are competent.</summary>
    private static IReadOnlyList<Forum> ForumsOf(ProceduralStep step, Routes routes) =>
        step is ProceduralStep.Lodge && routes.Right.Count > 0 ? routes.Right : routes.To(step);

    private static List<Beyond> Ahead(Rulebook rulebook, IReadOnlyList<Place> places)
    {
        var known = places.Select(each => each.Proceeding?.Forum).OfType<Forum>().ToHashSet();
        var ahead = new Queue<Forum>(places.SelectMany(each => each.Follows).SelectMany(each => each.Forums).Concat(known).Distinct());
        known.UnionWith(ahead);
        var beyond = new List<Beyond>();

        while (ahead.TryDequeue(out var forum))
        {
            foreach (var next in (forum.Next ?? []).Select(rulebook.FindForum).OfType<Forum>().Where(known.Add))
            {
                beyond.Add(new Beyond(next, forum));
                ahead.Enqueue(next);
            }
        }

        return beyond;
    }
}

/// <summary>A forum that lies further on.</summary>
/// <param name="Forum">The forum.</param>
/// <param name="From">The forum its way leads from.</param>
public sealed record Beyond(Forum Forum, Forum From);

/// <summary>One place on the way.</summary>
/// <param name="Proceeding">The proceeding; null before filing.</param>
/// <param name="Passed">What happened there, in order.</param>
/// <param name="IsPresent">Whether the complaint stands here now.</param>
/// <param name="Follows">What can follow from here; empty where nothing more is open that leads on, or the complaint has moved on.</param>
public sealed record Place(Proceeding? Proceeding, IReadOnlyList<Passed> Passed, bool IsPresent, IReadOnlyList<Following> Follows);

/// <summary>Something that happened on the way.</summary>
/// <param name="Step">The step; null for the writing down.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">What was decided, where it was a decision.</param>
public sealed record Passed(ProceduralStep? Step, Instant At, string? Outcome);

/// <summary>Something that can follow.</summary>
/// <param name="Step">The step.</param>
/// <param name="Forums">The forums it may lead to; empty if it stays where it is.</param>
public sealed record Following(ProceduralStep Step, IReadOnlyList<Forum> Forums);
