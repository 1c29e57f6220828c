using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.ReadReceipt;

internal sealed class ReadReceiptFunction(DocketStore docket, ReceiptKeys keys, TimeProvider time)
{
    [Function("ReadReceipt")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/receipt")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored)
            ? Results.Text(keys.Issue(stored.Value, stored.LastHash, time.Now()).ToJson(), "application/json; charset=utf-8")
            : Problems.From(found.Refusals);
    }
}
