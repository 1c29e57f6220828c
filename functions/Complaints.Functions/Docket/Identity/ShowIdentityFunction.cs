using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Identity;

internal sealed class ShowIdentityFunction(ComplaintForms forms, Words words)
{
    [Function("ShowIdentity")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/identity")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, IdentityFields.Form(words), cancellationToken);
}
