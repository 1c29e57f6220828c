using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.List;

internal sealed class ListElectionsFunction(ElectionStore elections)
{
    [Function("ListElections")]
    [Allow(Roles.Observer | Roles.Coordinator | Roles.Analyst | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/elections")] HttpRequest http, CancellationToken cancellationToken) =>
        Answers.Json(new { elections = (await elections.AllAsync(cancellationToken)).OrderBy(each => each.Id, StringComparer.Ordinal) });
}
