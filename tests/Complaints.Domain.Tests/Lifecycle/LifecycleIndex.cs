using System.Globalization;
using System.Text;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Lifecycle;

/// <summary>docs/lifecycle.md: what is common to all rulebooks, and where each one has its page.</summary>
internal static class LifecycleIndex
{
    private static readonly Forum Court = new()
    {
        Id = "COURT", Name = new Text("Court"), Kind = ForumKind.Court, Instance = Instance.Court, Next = [], Zone = new ZoneRule(null), Footing = Footing.Unknown,
    };

    public static string Write()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # How a proceeding moves

            Written by a test from the machine. Do not edit: run the tests of the domain with `COMPLAINTS_WRITE_DOCS=true`. What each step means in law, with its
            guards and sources, stands in the table `tests/Complaints.Domain.Tests/Lifecycle/expected-steps.md`, against which the machine is walked.

            There is one machine. A rulebook shuts some of its steps, draws the ways between the forums, and says what becomes of a commission's
            proceeding when a court is seized. Each has a page:

            | rulebook | whose law | Return | Forward | RequestRestoration | a court is seized |
            | --- | --- | --- | --- | --- | --- |

            """);

        foreach (var law in ShippedLaw.Rulebooks.Values.OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| [{law.Id}](lifecycle/{law.Id}.md) | {law.Name.English} | {Open(law.Rectification.Allowed is true)} | {Open(law.Forwarding.Known)} | {Open(law.Restoration.Allowed is not false)} | {Beside(law)} |\n");
        }

        page.Append(
            """

            ## How to read the pages

            The stages of one proceeding are shown with every guard open but those the rulebook shuts for good. Time alone takes LimitPassed and BecomeFinal.
            Steps that leave the stage as it is are not drawn: Correct, open everywhere, RequestCheck, RecordCheck, RequestRestoration. While Unanswered, what is open at the stage behind the silence stays open. A position and a step that are not listed are refused.

            ## To another forum

            These open a new proceeding before another forum. The old one stays where it is, but for the last column.

            | step | opens at | the old proceeding |
            | --- | --- | --- |

            """);

        foreach (var step in Enum.GetValues<ProceduralStep>().Where(each => each.Crosses() && each is not ProceduralStep.Lodge))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {step} | {Routes.Opening(step, Court).Stage} | {OldProceeding(step)} |\n");
        }

        return page.ToString();
    }

    private static string Open(bool open) => open ? "open" : "shut";

    private static string Beside(Rulebook law) => law.Parallel.OnBoth switch
    {
        ParallelEffect.CommissionSuspends => "the commission waits",
        ParallelEffect.AdministrativeProceedingEnds => "the commission's proceeding ends",
        _ => "nothing is known to happen",
    };

    private static string OldProceeding(ProceduralStep step) => step switch
    {
        ProceduralStep.Appeal => "cannot become final any more",
        ProceduralStep.EscalateSilence => "may still be decided late",
        ProceduralStep.Forward => "Forwarded",
        ProceduralStep.Remit => "recorded on the higher one, which cannot become final any more",
        ProceduralStep.SeizeCourt => "as the rulebook says: Suspended, Decided or untouched",
        _ => "untouched",
    };
}
