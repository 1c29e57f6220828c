using System.Globalization;
using System.Text;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>docs/lifecycle.md, written from the machine: what is open at each stage, where it leads, and the ways between the forums.</summary>
internal static class LifecyclePage
{
    private const string Rulebook = "KZ-2020";

    private static readonly Rulebook Law = ShippedLaw.Rulebooks[Rulebook];

    /// <summary>Everything a guard may ask answered in favour, but for what the rulebook itself knows or shuts out.</summary>
    private static readonly LifecycleFacts Facts = new()
    {
        Routes = new Routes(Forums("TEC"), Forums("CEC"), Forums("TEC"), Forums("DC"), Forums("PEC")),
        IsBeforeCommission = true,
        MayBeRectified = Law.Rectification.Allowed is true,
        KnowsForwarding = Law.Forwarding.Known,
        ForbidsRestoration = Law.Restoration.Allowed is false,
        IsSilent = true,
        IsMisdirected = true,
        IsDismissedOnForm = true,
    };

    private static readonly Stage[] BehindSilence = [Stage.Lodged, Stage.Registered, Stage.Admitted, Stage.Suspended];

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # How a proceeding moves

            Written by a test from the machine, under {Law.Name.English} ({Law.Version}). Do not edit: run the tests of the domain with
            `COMPLAINTS_WRITE_DOCS=true`. What each step means in law, with its guards and sources, stands in the table
            `tests/Complaints.Domain.Tests/Lifecycle/expected-steps.md`, against which the machine is walked.

            ## Inside one forum

            The stages of one proceeding, every guard open but those this rulebook shuts for good. Time alone takes LimitPassed and BecomeFinal.
            Correct is open everywhere and moves nothing. While Unanswered, what is open at the stage behind the silence stays open.

            ```mermaid
            stateDiagram-v2
                [*] --> Draft
                Draft --> Lodged: Lodge
                Draft --> Withdrawn: Withdraw

            """);

        foreach (var edge in Edges().GroupBy(each => (each.From, each.To)))
        {
            page.Append(CultureInfo.InvariantCulture, $"    {edge.Key.From} --> {edge.Key.To}: {string.Join(", ", edge.Select(each => each.Step).Distinct())}\n");
        }

        page.Append(
            """
            ```

            ## To another forum

            These open a new proceeding before another forum. The old one stays where it is, but for the last column.

            | step | open at | opens at | the old proceeding |
            | --- | --- | --- | --- |

            """);

        foreach (var step in Enum.GetValues<ProceduralStep>().Where(each => each.Crosses() && each is not ProceduralStep.Lodge))
        {
            var stages = Answers().Where(each => each.Step == step).Select(each => each.From).Distinct().ToArray();
            page.Append(CultureInfo.InvariantCulture, $"| {step} | {(stages.Length == 0 ? "not known to this rulebook" : string.Join(", ", stages))} | {Routes.Opening(step, Forums("CEC")[0]).Stage} | {OldProceeding(step)} |\n");
        }

        page.Append(
            """

            ## The forums

            Full lines lead from a forum to the next one above it, by Appeal or EscalateSilence; a forum without one has the last word.

            ```mermaid
            flowchart LR

            """);

        foreach (var forum in Law.Forums.Where(each => each.Instance is not null))
        {
            page.Append(CultureInfo.InvariantCulture, $"    {Id(forum.Id)}[\"{forum.Id}: {forum.Name.English}\"]\n");
        }

        foreach (var forum in Law.Forums.Where(each => each.Instance is not null))
        {
            page.Append(forum.Next is null ? $"    {Id(forum.Id)} -.-> unknown([\"not known\"])\n" : string.Concat(forum.Next.Select(next => $"    {Id(forum.Id)} --> {Id(next)}\n")));
        }

        return page.Append("```\n").ToString();
    }

    private static IEnumerable<(Stage From, ProceduralStep Step, Stage To)> Edges() =>
        Answers().Where(each => !each.Step.Crosses() && each.To != each.From).Distinct();

    private static IEnumerable<(Stage From, ProceduralStep Step, Stage To)> Answers() =>
        from stage in Enum.GetValues<Stage>()
        where stage is not Stage.Draft && (stage is not Stage.Returned || Facts.MayBeRectified)
        from behind in stage is Stage.Unanswered ? BehindSilence : [Stage.Lodged]
        from step in Enum.GetValues<ProceduralStep>()
        let taken = ProceedingMachine.Take(step, new Position(Instance.Commission, stage), Facts with { BeforeSilence = behind })
        where taken.IsAllowed(out _)
        select (stage, step, taken.IsAllowed(out var to) ? to.Stage!.Value : stage);

    private static string OldProceeding(ProceduralStep step) => step switch
    {
        ProceduralStep.Appeal => "cannot become final any more",
        ProceduralStep.EscalateSilence => "may still be decided late",
        ProceduralStep.Forward => "Forwarded",
        ProceduralStep.Remit => "recorded on the higher one, which cannot become final any more",
        ProceduralStep.SeizeCourt => Law.Parallel.OnBoth switch
        {
            ParallelEffect.CommissionSuspends => "Suspended; after silence it stays Unanswered and waits",
            ParallelEffect.AdministrativeProceedingEnds => "Decided, superseded by the court",
            _ => "untouched",
        },
        _ => "untouched",
    };

    private static Forum[] Forums(string id) => [Law.FindForum(id)!];

    private static string Id(string forum) => forum.Replace('-', '_');
}
