using Complaints.Domain.Lifecycle;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Correct;

internal sealed class ShowCorrectionsFunction(DocketStore docket, TimeProvider time)
{
    [Function("ShowCorrections")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/corrections")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var now = time.Now();
        return stored.Value.WhyNotOpen(ProceduralStep.Correct, proceeding: null, now) is { Count: > 0 } why
            ? Show.Page<ClosedStepPage>(new { Complaint = stored.Value, Step = ProceduralStep.Correct, Why = why, Now = now }, Problems.StatusOf(why))
            : Show.Page<CorrectionsPage>(new { Complaint = stored.Value });
    }
}
