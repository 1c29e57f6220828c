using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Start;

internal sealed class ShowStartFunction(ElectionStore elections, RegisterView register)
{
    // An older election is reached by the register; its counts are not read for every visit of the first page.
    private const int Shown = 12;

    [Function("ShowStart")]
    [Allow(Roles.None)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{root:length(0)?}")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);

        if (caller.Refuse(Roles.Mission, null) is not null)
        {
            return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)null, AreAll = true });
        }

        Election[] theirs = [.. (await elections.AllAsync(cancellationToken))
            .Where(each => caller.In(each.Id) != Roles.None)
            .OrderByDescending(each => each.ElectionDay)
            .ThenBy(each => each.Id, StringComparer.Ordinal)];
        var tallies = await Task.WhenAll(theirs.Take(Shown).Select(each => TallyAsync(each, caller, cancellationToken)));
        return Show.Page<StartPage>(new { Tallies = (IReadOnlyList<ElectionTally>?)tallies, AreAll = theirs.Length == tallies.Length });
    }

    private async Task<ElectionTally> TallyAsync(Election election, Caller caller, CancellationToken cancellationToken)
    {
        var all = await register.ReadAsync(election.Id, cancellationToken);
        return ElectionTally.Of(election, [.. all.Where(each => caller.MayList(election.Id, each.KeptBy))]);
    }
}
