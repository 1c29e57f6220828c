using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Bundle;

internal sealed class ReadBundleFunction(ReadBundleHandler handler, ReceiptKeys keys)
{
    [Function("ReadBundle")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/bundle")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var found = await handler.HandleAsync(id, Caller.Of(http.HttpContext), cancellationToken);
        return found.IsAllowed(out var contents) ? new BundleResult(contents, keys) : Problems.From(found.Refusals);
    }
}
