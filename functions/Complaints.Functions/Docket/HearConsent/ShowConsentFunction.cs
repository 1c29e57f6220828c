using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HearConsent;

internal sealed class ShowConsentFunction(ComplaintForms forms, Words words)
{
    [Function("ShowConsent")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/consent")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, ConsentFields.Form(words), cancellationToken);
}
