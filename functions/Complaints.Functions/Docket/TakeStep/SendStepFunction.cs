using System.Globalization;
using System.Text.Json.Nodes;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep;

internal sealed class SendStepFunction(
    DocketStore docket, StepForms forms, TakeStepValidator validator, TakeStepHandler handler, IAntiforgery antiforgery)
{
    [Function("SendStep")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    [Takes("proceeding")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/steps/{step}")] HttpRequest http,
        string id,
        string step,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var named = StepForms.Named(step);
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored) || !named.IsAllowed(out var kind))
        {
            return Problems.From(found.IsAllowed(out _) ? named.Refusals : found.Refusals);
        }

        var read = form.Read(validator, form.Of(StepFields.Zone), Beside(form, kind, http.Proceeding(), stored.Value));

        if (!read.IsAllowed(out var request))
        {
            return forms.Again(http.HttpContext, stored.Value, kind, http.Proceeding(), form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        var taken = await handler.HandleAsync(stored, request, caller, form.Version, http.Repeatable(caller.Pseudonym, form), cancellationToken);
        return taken.IsAllowed(out var complaint)
            ? Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done={kind}")
            : forms.Again(http.HttpContext, stored.Value, kind, http.Proceeding(), form, taken.Refusals, Problems.StatusOf(taken.Refusals));
    }

    /// <summary>What the address says, and what the form asks in its own way: the clock of a forum at the place is that of the form.</summary>
    internal static JsonObject Beside(FormBody form, ProceduralStep step, int? proceeding, Complaint complaint)
    {
        var beside = new JsonObject { ["step"] = step.ToString(), ["proceeding"] = proceeding };

        if (complaint.Law.Rulebook.FindForum(form.Of("forum")) is { Zone.IsAtPlace: true } && form.Of(StepFields.Zone) is { Length: > 0 } zone)
        {
            beside["forumZone"] = zone;
        }

        return beside;
    }
}

/// <summary>What the address of a step says.</summary>
internal static class StepAddress
{
    /// <summary>The proceeding the step belongs to; null if the address does not say.</summary>
    public static int? Proceeding(this HttpRequest http) =>
        int.TryParse(http.Query["proceeding"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
