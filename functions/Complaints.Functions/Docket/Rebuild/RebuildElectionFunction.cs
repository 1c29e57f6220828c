using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Rebuild;

internal sealed class RebuildElectionFunction(RebuildIndexesHandler handler)
{
    [Function("RebuildElection")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections/{election}/rebuild")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        Answers.From(await handler.HandleAsync(election, cancellationToken), RebuildResponse.From);
}
