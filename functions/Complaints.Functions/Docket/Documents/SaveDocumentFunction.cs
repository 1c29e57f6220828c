using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Documents;

/// <summary>The same as the JSON door gives, for people: what is refused is told on a page.</summary>
internal sealed class SaveDocumentFunction(ReadDocumentHandler handler)
{
    [Function("SaveDocument")]
    [Allow(Roles.Observer | Roles.Coordinator, ForOurOwnPages = true)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/documents/{n:int}/file")] HttpRequest http,
        string id,
        int n,
        CancellationToken cancellationToken) => handler.HandleAsync(http, id, n, cancellationToken);
}
