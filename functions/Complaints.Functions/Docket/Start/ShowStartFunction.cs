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
        var caller = Caller.Of(http.HttpContext);

        if (caller.Refuse(Roles.Mission, null) is not null)
        {
            return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)null });
        }

        var tallies = new List<ElectionTally>();

        foreach (var election in (await elections.AllAsync(cancellationToken)).Where(each => caller.In(each.Id) != Roles.None).OrderBy(each => each.Id, StringComparer.Ordinal))
        {
            var all = await register.ReadAsync(election.Id, cancellationToken);
            tallies.Add(ElectionTally.Of(election, [.. all.Where(each => caller.MayList(election.Id, each.KeptBy))]));
        }

        return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)tallies });
    }
}
