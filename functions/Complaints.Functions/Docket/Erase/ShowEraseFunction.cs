using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Erase;

internal sealed class ShowEraseFunction(DocketStore docket, ComplaintForms forms, Words words)
{
    [Function("ShowErase")]
    [Allow(Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/erase")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), Roles.Coordinator, cancellationToken);
        return found.IsAllowed(out var stored)
            ? forms.New(http.HttpContext, stored.Value, EraseFields.About, EraseFields.Of(words))
            : Problems.From(found.Refusals);
    }
}
