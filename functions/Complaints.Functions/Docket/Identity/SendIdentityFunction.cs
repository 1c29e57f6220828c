using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Identity;

internal sealed class SendIdentityFunction(ComplaintForms forms, Words words, OpenIdentityValidator validator, OpenIdentityHandler handler)
{
    [Function("SendIdentity")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/identity")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            IdentityFields.Form(words),
            (form, zone) => form.Read(validator, zone),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, cancellationToken),
            // Shown at once and not at an address of its own: looking again is opening again, and is written down again.
            opened => Show.Page<OpenedPage>(new { Opened = opened }),
            cancellationToken);
}
