using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.ReadReceipt;

internal sealed class ReadReceiptFunction(DocketStore docket, Receipts receipts)
{
    [Function("ReadReceipt")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/receipt")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var issued = await receipts.IssueAsync(stored, cancellationToken);
        return issued.IsAllowed(out var receipt)
            ? Results.Text(receipt.ToJson(), "application/json; charset=utf-8")
            : Problems.From(issued.Refusals);
    }
}
