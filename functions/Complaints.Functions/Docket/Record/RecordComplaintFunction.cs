using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class RecordComplaintFunction(RecordComplaintValidator validator, RecordComplaintHandler handler, TimeProvider time)
{
    [Function("RecordComplaint")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var repeatable = await http.RepeatableAsync(caller.Pseudonym, cancellationToken, WholeBody.MostWithNarrative);
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken, WholeBody.MostWithNarrative);

        if (request is null)
        {
            return invalid!;
        }

        var recorded = await handler.HandleAsync(
            request, caller, repeatable, cancellationToken);

        if (!recorded.IsAllowed(out var complaint))
        {
            return Problems.From(recorded.Refusals);
        }

        http.HttpContext.Response.Headers.Location = $"/api/complaints/{complaint.Id}";
        return ComplaintAnswer.Of(http, complaint, time.Now(), StatusCodes.Status201Created);
    }
}
