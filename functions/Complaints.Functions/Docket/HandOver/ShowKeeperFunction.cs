using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HandOver;

internal sealed class ShowKeeperFunction(DocketStore docket, ComplaintForms forms, HandOverHandler handler, Words words)
{
    [Function("ShowKeeper")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/keeper")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var stored)
            ? await forms.ShowAsync(http, id, KeeperFields.Form(words, await handler.ColleaguesAsync(stored.Value, cancellationToken)), cancellationToken)
            : Problems.From(found.Refusals);
    }
}
