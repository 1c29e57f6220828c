using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Read;

internal sealed class ShowComplaintFunction(DocketStore docket, TimeProvider time)
{
    [Function("ShowComplaint")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var now = time.Now();
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);
        return found.IsAllowed(out var stored)
            ? Show.Page<ComplaintPage>(new
            {
                Complaint = stored.Value,
                Now = now,
                SameAs = await docket.WhichOpenAsync(stored.Value.SameAs, caller, cancellationToken),
                Done = http.Query["done"].ToString(),
                IsCoordinators = caller.IsAny(Roles.Coordinator, stored.Value.Law.Election.Id),
                Undoable = Domain.Docket.Undo.Find(stored.Value, caller.Pseudonym, now).IsAllowed(out var last) ? last : null,
            })
            : Problems.From(found.Refusals);
    }
}
