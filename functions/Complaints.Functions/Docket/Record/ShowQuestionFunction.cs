using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class ShowQuestionFunction(DraftHandler drafts, DraftForms forms)
{
    [Function("ShowQuestion")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/drafts/{draft}/{question}")] HttpRequest http,
        string draft,
        string question,
        CancellationToken cancellationToken)
    {
        var found = await drafts.FindAsync(draft, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var writing)
            ? await forms.PageAsync(http.HttpContext, writing, question, cancellationToken)
            : Problems.From(found.Refusals);
    }
}
