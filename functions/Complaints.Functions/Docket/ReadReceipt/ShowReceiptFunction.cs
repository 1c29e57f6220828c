using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.ReadReceipt;

internal sealed class ShowReceiptFunction(DocketStore docket, ReceiptKeys keys, TimeProvider time)
{
    [Function("ShowReceipt")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/receipt")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored)
            ? Show.Page<ReceiptPage>(new { Complaint = stored.Value, Receipt = keys.Issue(stored.Value, stored.LastHash, time.Now()) })
            : Problems.From(found.Refusals);
    }
}
