using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Reads;

internal sealed class ListReadsFunction(DocketStore docket, ReadLog reads)
{
    [Function("ListReads")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/reads")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), Roles.Coordinator | Roles.Administrator, cancellationToken);

        return found.IsAllowed(out var stored)
            ? Answers.Json(ReadsResponse.From(await reads.AllAsync(stored.Value, cancellationToken)))
            : Problems.From(found.Refusals);
    }
}
