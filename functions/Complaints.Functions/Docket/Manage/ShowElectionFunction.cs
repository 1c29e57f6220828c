using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Manage;

internal sealed class ShowElectionFunction(ElectionStore elections, LawShelf shelf, RegisterView register)
{
    [Function("ShowElection")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/elections/{election}")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) => await elections.FindAsync(election, cancellationToken) is { } found
            ? Show.Page<ElectionPage>(new
            {
                Election = found,
                Law = await shelf.ForNewAsync(found, cancellationToken),
                Complaints = (await register.ReadAsync(found.Id, cancellationToken)).Count,
            })
            : Problems.From([new("election.none", $"There is no election '{Shown.Short(election)}' here.", Field: "election")]);
}
