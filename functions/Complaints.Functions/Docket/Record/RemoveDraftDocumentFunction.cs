using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class RemoveDraftDocumentFunction(DraftHandler drafts, IAntiforgery antiforgery)
{
    [Function("RemoveDraftDocument")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts/{draft}/documents/remove")] HttpRequest http,
        string draft,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await drafts.FindAsync(draft, caller, cancellationToken);

        if (!found.IsAllowed(out var writing))
        {
            return Problems.From(found.Refusals);
        }

        var removed = await drafts.RemoveAsync(writing, form.Of("_document"), caller, cancellationToken);
        return removed.IsAllowed(out var changed) ? Show.Next(http.HttpContext, changed.AddressOf(Questions.Documents)) : Problems.From(removed.Refusals);
    }
}
