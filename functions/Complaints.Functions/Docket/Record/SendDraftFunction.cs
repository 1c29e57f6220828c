using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class SendDraftFunction(DraftHandler drafts, DraftForms forms, SendDraftHandler handler, RecordComplaintValidator validator, IssueCodeHandler codes, IAntiforgery antiforgery)
{
    [Function("SendDraft")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/drafts/{draft}/check")] HttpRequest http,
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

        if (!found.IsAllowed(out var writing))
        {
            return Problems.From(found.Refusals);
        }

        if (writing.Draft is { IsClosed: true, Complaint: null })
        {
            return Problems.From([DraftHandler.None]);
        }

        var filed = await handler.HandleAsync(writing, caller, cancellationToken);

        if (!filed.IsAllowed(out var complaint))
        {
            var status = writing.Read(validator).IsAllowed(out _) ? Problems.StatusOf(filed.Refusals) : StatusCodes.Status400BadRequest;
            return await forms.CheckAsync(http.HttpContext, writing, filed.Refusals, status, cancellationToken);
        }

        var issued = await codes.HandleAsync(complaint, caller, "record", draft, cancellationToken);

        // A draft sent again after a newer code was issued files nothing and says no code.
        return issued.IsAllowed(out var code)
            ? CodeAnswer.Of(code, isNew: true)
            : Show.Next(http.HttpContext, $"/complaints/{complaint}");
    }
}
