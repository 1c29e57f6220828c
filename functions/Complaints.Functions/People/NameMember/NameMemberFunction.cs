using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.NameMember;

internal sealed class NameMemberFunction(NameMemberValidator validator, NameMemberHandler handler)
{
    [Function("NameMember")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/elections/{election}/team/{person}")] HttpRequest http,
        string election,
        string person,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null
            ? invalid!
            : Answers.From(await handler.HandleAsync(election, person, request, Caller.Of(http.HttpContext).Pseudonym, cancellationToken), member => member);
    }
}
