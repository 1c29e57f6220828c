using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Record;

internal sealed class SendRecordFunction(
    RecordForms forms, RecordComplaintValidator validator, RecordComplaintHandler handler, IssueCodeHandler codes, IAntiforgery antiforgery)
{
    [Function("SendRecord")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/new")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var read = form.Read(validator, form.Of(RecordFields.Zone));

        if (!read.IsAllowed(out var request))
        {
            return await forms.AgainAsync(http.HttpContext, form, read.Refusals, StatusCodes.Status400BadRequest, cancellationToken);
        }

        var caller = Caller.Of(http.HttpContext);
        var recorded = await handler.HandleAsync(request, caller, http.Repeatable(caller.Pseudonym, form), cancellationToken);

        if (!recorded.IsAllowed(out var complaint))
        {
            return await forms.AgainAsync(http.HttpContext, form, recorded.Refusals, Problems.StatusOf(recorded.Refusals), cancellationToken);
        }

        var issued = await codes.HandleAsync(complaint.Id, caller, "record", form.Key, cancellationToken);

        // An old form sent again after a newer code was issued files nothing and says no code.
        return issued.IsAllowed(out var code)
            ? CodeAnswer.Of(code, isNew: true)
            : Show.Next(http.HttpContext, $"/complaints/{complaint.Id}");
    }
}
