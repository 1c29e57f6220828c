using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.SetHold;

internal sealed class ShowHoldFunction(ComplaintForms forms, Words words)
{
    [Function("ShowHold")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/hold")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, HoldFields.Form(words), cancellationToken);
}
