using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Read;

internal sealed class ReadComplaintFunction(DocketStore docket, TimeProvider time)
{
    [Function("ReadComplaint")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored) ? ComplaintAnswer.Of(http, stored.Value, time.Now()) : Problems.From(found.Refusals);
    }
}
