using Complaints.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.ReadTeam;

internal sealed class ShowTeamFunction(TeamForms forms)
{
    [Function("ShowTeam")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "manage/elections/{election}/team")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) => forms.ShowAsync(http.HttpContext, election, cancellationToken);
}
