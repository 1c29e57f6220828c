using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.ReadTeam;

internal sealed class ReadTeamFunction(ReadTeamHandler handler)
{
    [Function("ReadTeam")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/elections/{election}/team")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) => Answers.From(await handler.HandleAsync(election, cancellationToken), team => team);
}
