using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.RemoveMember;

internal sealed class RemoveMemberFunction(RemoveMemberHandler handler)
{
    [Function("RemoveMember")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/elections/{election}/team/{person}")] HttpRequest http,
        string election,
        string person,
        CancellationToken cancellationToken) =>
        Answers.From(await handler.HandleAsync(election, person, Caller.Of(http.HttpContext).Pseudonym, cancellationToken), team => team);
}
