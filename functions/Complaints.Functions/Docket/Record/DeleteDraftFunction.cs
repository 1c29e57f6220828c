using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class DeleteDraftFunction(DraftHandler drafts, IAntiforgery antiforgery)
{
    [Function("DeleteDraft")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts/{draft}/delete")] HttpRequest http,
        string draft,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out _))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await drafts.FindAsync(draft, caller, cancellationToken);
        return !found.IsAllowed(out var writing) ? Problems.From(found.Refusals)
            : await drafts.DeleteAsync(writing, caller, cancellationToken) is { } refusal ? Problems.From([refusal])
            : Show.Next(http.HttpContext, "/complaints/new");
    }
}
