using System.Globalization;
using System.Text;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>docs/lifecycle/{rulebook}.md, written from the machine: what is open at each stage, where it leads, and the ways between the forums.</summary>
internal sealed class LifecyclePage(Rulebook law)
{
    private static readonly Stage[] BehindSilence = [Stage.Lodged, Stage.Registered, Stage.Admitted, Stage.Suspended];

    private readonly StringBuilder page = new();

    public string Write()
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # How a proceeding moves: {law.Name.English}

            {law.Version}. Written by a test from the machine; do not edit. What is common to all rulebooks, and how to read this, stands in [the index](../lifecycle.md).

            ## What this rulebook opens and shuts

            | step | here | by |
            | --- | --- | --- |
            | Return | {Said(law.Rectification.Allowed, "open: a formal defect may be put right", "shut: not put right", "shut until the law is known")} | {law.Rectification.Footing.Citation?.English ?? "nothing is said"} |
            | Forward | {(law.Forwarding.Known ? "open: there is a duty or a limit to pass a filing on" : "shut: no duty is known")} | {law.Forwarding.Footing.Citation?.English ?? "nothing is said"} |
            | RequestRestoration | {Said(law.Restoration.Allowed, "open", "shut", "open: nobody knows that it is shut")} | {law.Restoration.Footing.Citation?.English ?? "nothing is said"} |
            | SeizeCourt | {Seized} | {law.Parallel.Footing.Citation?.English ?? "nothing is said"} |

            """);
        Stages("commission", Middle);
        Stages("court", law.Forums.First(each => each.Kind == ForumKind.Court));
        Crossing();
        Openings();
        Ways();
        return page.ToString();
    }

    private string Seized => law.Parallel.OnBoth switch
    {
        ParallelEffect.CommissionSuspends => "the commission's proceeding becomes Suspended; after silence it stays Unanswered and waits",
        ParallelEffect.AdministrativeProceedingEnds => "the commission's proceeding becomes Decided, superseded by the court",
        _ => "the commission's proceeding is untouched",
    };

    /// <summary>The stages of one proceeding before this forum, as a diagram.</summary>
    private void Stages(string kind, Forum forum)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## Before a {kind}, as {forum.Id}

            ```mermaid
            stateDiagram-v2
                [*] --> Draft
                Draft --> Lodged: Lodge
                Draft --> Withdrawn: Withdraw

            """);

        foreach (var edge in Edges(forum).GroupBy(each => (each.From, each.To)))
        {
            page.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(each => each.Step).Distinct())}\n");
        }

        page.Append("```\n");
    }

    /// <summary>Where each crossing step may lead from each forum.</summary>
    private void Crossing()
    {
        page.Append(
            """

            ## From each forum to another

            For an act of the lowest commission. A step is in the column of the forums it may open a new proceeding before.

            | from | Appeal, EscalateSilence | SeizeCourt | Forward | Remit from here |
            | --- | --- | --- | --- | --- |

            """);

        foreach (var forum in Hearing)
        {
            var routes = RoutesOf(forum);
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {forum.Id} | {(routes.Higher is null ? "not known" : List(routes.Higher, "none: the last word"))} | {(forum.IsCommission ? List(routes.Courts, "–") : "–")} | {(law.Forwarding.Known ? List([.. routes.Right.Where(each => each.Id != forum.Id)], "–") : "–")} | {List(routes.Lower, "–")} |\n");
        }
    }

    /// <summary>The stages at which each crossing step is open before a commission.</summary>
    private void Openings()
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            Before {Middle.Id} they are open at:

            | step | stages |
            | --- | --- |

            """);

        foreach (var step in Enum.GetValues<ProceduralStep>().Where(each => each.Crosses() && each is not ProceduralStep.Lodge))
        {
            var stages = Answers(Middle).Where(each => each.Step == step).Select(each => each.From).Distinct().ToArray();
            page.Append(CultureInfo.InvariantCulture, $"| {step} | {(stages.Length == 0 ? "not known to this rulebook" : string.Join(", ", stages))} |\n");
        }
    }

    private void Ways()
    {
        page.Append(
            """

            ## The forums

            ```mermaid
            flowchart LR

            """);

        foreach (var forum in Hearing)
        {
            page.Append(CultureInfo.InvariantCulture, $"    {Id(forum.Id)}[\"{forum.Id}: {forum.Name.English}\"]\n");
        }

        foreach (var forum in Hearing)
        {
            page.Append(forum.Next is null ? $"    {Id(forum.Id)} -.-> unknown([\"not known\"])\n" : string.Concat(forum.Next.Select(next => $"    {Id(forum.Id)} --> {Id(next)}\n")));
        }

        page.Append("```\n");
    }

    private IEnumerable<Forum> Hearing => law.Forums.Where(each => each.Instance is not null);

    private Forum Middle => law.Forums.Where(each => each.IsCommission).OrderBy(each => each.Level).Skip(1).First();

    private Forum Lowest => law.Forums.Where(each => each.IsCommission).MinBy(each => each.Level)!;

    /// <summary>The ways out of this forum for an act of the lowest commission that came through the forums below.</summary>
    private Routes RoutesOf(Forum forum) => Routes.From(
        law, forum, [.. law.CompetentForums(Lowest.Id, "action", null).Select(each => each.Forum)], [.. Hearing.Where(each => (each.Next ?? []).Contains(forum.Id))]);

    /// <summary>Everything a guard may ask answered in favour, but for what the rulebook itself knows or shuts out.</summary>
    private LifecycleFacts FactsOf(Forum forum) => new()
    {
        Routes = RoutesOf(forum),
        IsBeforeCommission = forum.IsCommission,
        MayBeRectified = law.Rectification.Allowed is true,
        KnowsForwarding = law.Forwarding.Known,
        ForbidsRestoration = law.Restoration.Allowed is false,
        IsSilent = true,
        IsMisdirected = true,
        IsDismissedOnForm = true,
    };

    private IEnumerable<(Stage From, ProceduralStep Step, Stage To)> Edges(Forum forum) =>
        Answers(forum).Where(each => !each.Step.Crosses() && each.To != each.From).Distinct();

    private IEnumerable<(Stage From, ProceduralStep Step, Stage To)> Answers(Forum forum)
    {
        var facts = FactsOf(forum);
        return
            from stage in Enum.GetValues<Stage>()
            where stage is not Stage.Draft && (stage is not Stage.Returned || facts.MayBeRectified) && (stage is not Stage.Suspended || facts.IsBeforeCommission)
            from behind in stage is Stage.Unanswered ? BehindSilence : [Stage.Lodged]
            from step in Enum.GetValues<ProceduralStep>()
            let taken = ProceedingMachine.Take(step, new Position(forum.Instance!.Value, stage), facts with { BeforeSilence = behind })
            where taken.IsAllowed(out _)
            select (stage, step, taken.IsAllowed(out var to) ? to.Stage!.Value : stage);
    }

    private static string Said(bool? answer, string yes, string no, string unknown) => answer switch { true => yes, false => no, _ => unknown };

    private static string List(IReadOnlyList<Forum> forums, string none) => forums.Count == 0 ? none : string.Join(", ", forums.Select(each => each.Id));

    private static string Id(string forum) => forum.Replace('-', '_');
}
