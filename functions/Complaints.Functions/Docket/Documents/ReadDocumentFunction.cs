using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

internal sealed class ReadDocumentFunction(ReadDocumentHandler handler)
{
    [Function("ReadDocument")]
    [Allow(Roles.Observer | Roles.Coordinator, ForOurOwnPages = true)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints/{id}/documents/{n:int}")] HttpRequest http,
        string id,
        int n,
        CancellationToken cancellationToken) => handler.HandleAsync(http, id, n, cancellationToken);
}
