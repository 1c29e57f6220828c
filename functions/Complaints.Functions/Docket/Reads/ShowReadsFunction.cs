using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Reads;

internal sealed class ShowReadsFunction(DocketStore docket, ReadLog reads)
{
    [Function("ShowReads")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/reads")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), Roles.Coordinator | Roles.Administrator, cancellationToken);

        return found.IsAllowed(out var stored)
            ? Show.Page<ReadsPage>(new { Complaint = stored.Value, Reads = await reads.AllAsync(stored.Value, cancellationToken) })
            : Problems.From(found.Refusals);
    }
}
