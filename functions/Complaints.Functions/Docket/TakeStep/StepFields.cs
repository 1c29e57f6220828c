using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Pages;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>What the form of each step asks, in order. Every form asks the moment and on whose clock it is told.</summary>
internal static class StepFields
{
    /// <summary>The field that names the clock on which the form's moments are told.</summary>
    public const string Zone = ComplaintForms.Zone;

    private static readonly string[] Always = ["at", Zone];

    // What names the step comes before its moment; everything else after it.
    private static readonly string[] First =
        ["by", "forum", "forumName", "registrationNumber", "askedOf", "outcome", "grounds"];

    private static readonly string[] Needed = ["forum", "at", Zone, "askedOf", "outcome"];

    private static readonly Dictionary<ProceduralStep, string[]> Asked = Enum.GetValues<ProceduralStep>().ToDictionary(step => step, InOrder);

    /// <summary>The fields of a step of this complaint.</summary>
    public static IReadOnlyList<FormPart> Of(ProceduralStep step, Complaint complaint, Words words) =>
        [new FormPart(null, [.. Asked[step].Select(name => Field(name, step, complaint.Law.Rulebook, words))])];

    private static string[] InOrder(ProceduralStep step)
    {
        // The clock of a forum is that of the form.
        var own = OwnFields.Of(step).Where(each => each != "forumZone").ToArray();
        return [.. own.Where(First.Contains), .. Always, .. own.Except(First)];
    }

    private static FormField Field(string name, ProceduralStep step, Rulebook law, Words words) =>
        ReportedFields.Of(name, law, words) with { IsNeeded = Needed.Contains(name) || (step is ProceduralStep.RecordFinal && name is "source") };
}
