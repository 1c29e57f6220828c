using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.IssueCode;

internal sealed class ShowCodeFunction(DocketStore docket, Forms forms)
{
    [Function("ShowCode")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/code")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored)
            ? Show.Page<AskCodePage>(new { Complaint = stored.Value, Form = forms.New(http.HttpContext, [], new Dictionary<string, string>()) })
            : Problems.From(found.Refusals);
    }
}
