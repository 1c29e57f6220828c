using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.LinkSame;

internal sealed class ShowSameFunction(ComplaintForms forms, Words words)
{
    [Function("ShowSame")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/same")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => forms.ShowAsync(http, id, SameFields.Form(words), cancellationToken);
}
