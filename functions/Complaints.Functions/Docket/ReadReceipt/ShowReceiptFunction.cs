using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.ReadReceipt;

internal sealed class ShowReceiptFunction(DocketStore docket, Receipts receipts)
{
    [Function("ShowReceipt")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/receipt")] HttpRequest http,
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
            ? Show.Page<ReceiptPage>(new { Complaint = stored.Value, Receipt = receipt })
            : Problems.From(issued.Refusals);
    }
}
