using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Start;

internal sealed class ShowStartFunction(ElectionStore elections, RegisterView register)
{
    [Function("ShowStart")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:length(0)?}")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        if (!Caller.Of(http.HttpContext).IsKnown)
        {
            return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)null });
        }

        var tallies = new List<ElectionTally>();

        foreach (var election in (await elections.AllAsync(cancellationToken)).OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            tallies.Add(ElectionTally.Of(election, await register.ReadAsync(election.Id, cancellationToken)));
        }

        return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)tallies });
    }
}
