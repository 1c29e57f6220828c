using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Together;

internal sealed class ShowClustersFunction(ClusterHandler handler, ElectionStore elections, TimeProvider time)
{
    [Function("ShowClusters")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "clusters")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var read = ClusterQuery.From(http.Query);

        if (!read.IsAllowed(out var query))
        {
            return Problems.Unreadable(read.Refusals);
        }

        if (query.Election.Length == 0)
        {
            Election[] all = [.. (await elections.AllAsync(cancellationToken)).Where(each => caller.IsAny(Roles.Observer | Roles.Coordinator, each.Id))];
            return Show.Page<ChooseElectionPage>(new { Elections = (IReadOnlyList<Election>)all, Door = "clusters" });
        }

        var found = await handler.ElectionAsync(query.Election, caller, cancellationToken);
        return !found.IsAllowed(out var election) ? Problems.From(found.Refusals)
            : query.Act.Length == 0 ? Show.Page<ClustersPage>(new { Election = election, Acts = await handler.ActsAsync(election, caller, cancellationToken), query.Page })
            : Show.Page<ClusterPage>(new { Cluster = await handler.FindAsync(election, query, caller, cancellationToken), query.Step, Now = time.Now() });
    }
}
