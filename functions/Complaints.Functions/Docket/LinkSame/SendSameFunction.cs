using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.LinkSame;

internal sealed class SendSameFunction(
    DocketStore docket, ComplaintForms forms, Words words, LinkSameValidator validator, LinkSameHandler handler, IAntiforgery antiforgery)
{
    [Function("SendSame")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/same")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out var form))
        {
            return Problems.From(sent.Refusals);
        }

        var caller = Caller.Of(http.HttpContext);
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var read = form.Read(validator, ComplaintForms.ZoneOf(stored.Value));

        if (!read.IsAllowed(out var request))
        {
            return Again(read.Refusals, StatusCodes.Status400BadRequest);
        }

        var linked = await handler.HandleAsync(id, request, caller, version: null, http.Repeatable(caller.Pseudonym, form), cancellationToken);
        return linked.IsAllowed(out var complaint)
            ? Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=same")
            : Again(linked.Refusals, Problems.StatusOf(linked.Refusals));

        IResult Again(IReadOnlyList<Domain.Refusal> refusals, int status) =>
            forms.Again(http.HttpContext, stored.Value, SameFields.About, SameFields.Of(words), form, refusals, status);
    }
}
