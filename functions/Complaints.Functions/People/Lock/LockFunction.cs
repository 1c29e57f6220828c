using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.People.Lock;

internal sealed class LockFunction(LockValidator validator, LockHandler handler)
{
    [Function("Lock")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/people/{person}/lock")] HttpRequest http,
        string person,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null
            ? invalid!
            : Answers.From(
                await handler.HandleAsync(person, request.Locked!.Value, Caller.Of(http.HttpContext).Pseudonym, cancellationToken), answer => answer);
    }
}
