using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>The form of one step of one complaint, as it is first shown and as it comes back.</summary>
internal sealed class StepForms(Forms forms, Words words)
{
    /// <summary>The step an address names; refused if there is none, if only the clock takes it, or if it has pages of its own.</summary>
    public static Result<ProceduralStep> Named(string step) =>
        Enum.GetNames<ProceduralStep>().FirstOrDefault(each => each.Equals(step, StringComparison.OrdinalIgnoreCase)) is { } name
        && Enum.Parse<ProceduralStep>(name) is var found && !found.IsTimers() && found is not ProceduralStep.Correct
            ? found
            : new Refusal("step.none", $"There is no step '{step}' that a person takes.", Field: "step");

    /// <summary>The page with an empty form; for a step that is not open, the page that says why and what is open instead.</summary>
    public IResult New(HttpContext http, Complaint complaint, ProceduralStep step, int? proceeding, Instant now)
    {
        if (complaint.WhyNotOpen(step, proceeding, now) is { Count: > 0 } why)
        {
            return Show.Page<ClosedStepPage>(new { Complaint = complaint, Step = step, Why = why, Now = now }, Problems.StatusOf(why));
        }

        var zone = complaint.Proceedings.FirstOrDefault(each => each.Number == proceeding)?.Zone.Id
            ?? complaint.Grievance.PlaceZone ?? complaint.Law.Rulebook.DefaultZone.Id;
        var held = new Dictionary<string, string> { [StepFields.Zone] = zone };
        return Page(complaint, step, proceeding, forms.New(http, StepFields.Of(step, complaint, words), held, complaint.Version), StatusCodes.Status200OK);
    }

    /// <summary>The page with what was typed and why it was not taken.</summary>
    public IResult Again(HttpContext http, Complaint complaint, ProceduralStep step, int? proceeding, FormBody sent, IReadOnlyList<Refusal> refusals, int status) =>
        Page(
            complaint,
            step,
            proceeding,
            forms.Again(http, StepFields.Of(step, complaint, words), sent, sent.Of(StepFields.Zone), refusals, complaint.Version),
            status);

    private static IResult Page(Complaint complaint, ProceduralStep step, int? proceeding, Form form, int status) =>
        Show.Page<StepPage>(new { Complaint = complaint, Step = step, Proceeding = proceeding, Form = form }, status);
}
