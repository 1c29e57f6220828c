using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Identity;

internal sealed class SendIdentityFunction(
    DocketStore docket, IdentityForms forms, OpenIdentityValidator validator, OpenIdentityHandler handler, IAntiforgery antiforgery)
{
    [Function("SendIdentity")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/identity")] HttpRequest http,
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

        var read = form.Read(validator, stored.Value.Law.Rulebook.DefaultZone.Id);

        if (!read.IsAllowed(out var request))
        {
            return forms.Again(http.HttpContext, stored.Value, form, read.Refusals, StatusCodes.Status400BadRequest);
        }

        var opened = await handler.HandleAsync(id, request, caller, cancellationToken);

        // Shown at once and not at an address of its own: looking again is opening again, and is written down again.
        return opened.IsAllowed(out var all)
            ? Show.Page<OpenedPage>(new { Opened = all })
            : forms.Again(http.HttpContext, stored.Value, form, opened.Refusals, Problems.StatusOf(opened.Refusals));
    }
}
