using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.History;

internal sealed class ReadHistoryFunction(DocketStore docket)
{
    [Function("ReadHistory")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/history")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);

        return found.IsAllowed(out var stored)
            ? Answers.Json(HistoryResponse.From(await docket.HistoryAsync(stored.Value, cancellationToken)))
            : Problems.From(found.Refusals);
    }
}
