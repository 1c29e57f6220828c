using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.IssueCode;

internal sealed class SendCodeFunction(IssueCodeHandler handler, IAntiforgery antiforgery)
{
    [Function("SendCode")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/code")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var issued = await handler.HandleAsync(id, Caller.Of(http.HttpContext), "form", form.Key, cancellationToken);
        return issued.IsAllowed(out var code) ? CodeAnswer.Of(code, isNew: false) : Problems.From(issued.Refusals);
    }
}
