using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HearConsent;

internal sealed class SendConsentFunction(ComplaintForms forms, Words words, HearConsentValidator validator, HearConsentHandler handler)
{
    [Function("SendConsent")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "complaints/{id}/consent")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.SendAsync(
            http,
            id,
            ConsentFields.Form(words),
            (form, zone) => form.Read(validator, zone),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            complaint => Show.Next(http.HttpContext, $"/complaints/{complaint.Id}?done=consent"),
            cancellationToken);
}
