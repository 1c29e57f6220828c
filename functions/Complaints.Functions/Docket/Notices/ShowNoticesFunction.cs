using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Notices;

internal sealed class ShowNoticesFunction(DocketStore docket, DueStore due)
{
    [Function("ShowNotices")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/alerts")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored)
            ? Show.Page<NoticesPage>(new { Complaint = stored.Value, Notices = await due.ClosedAsync(stored.Value, cancellationToken) })
            : Problems.From(found.Refusals);
    }
}
