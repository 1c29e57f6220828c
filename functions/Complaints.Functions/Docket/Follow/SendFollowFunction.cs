using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Follow;

internal sealed class SendFollowFunction(
    FollowForms forms, FollowValidator validator, FollowHandler handler, Receipts receipts, TimeProvider time, IAntiforgery antiforgery)
{
    [Function("SendFollow")]
    [Allow(Roles.Complainant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "follow")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.Read(validator, "");

        if (!read.IsAllowed(out var request))
        {
            return forms.Again(http.HttpContext, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        var found = await handler.HandleAsync(request, http.HttpContext, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            http.HttpContext.TellWait(found.Refusals);
            return forms.Again(http.HttpContext, form, found.Refusals, Problems.StatusOf(found.Refusals));
        }

        var issued = await receipts.IssueAsync(stored, cancellationToken);
        return issued.IsAllowed(out var receipt)
            ? Show.Page<FollowedPage>(new { Complaint = stored.Value, Receipt = receipt, Now = time.Now() })
            : Problems.From(issued.Refusals);
    }
}
