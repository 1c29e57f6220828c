using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Identity;

internal sealed class OpenIdentityFunction(OpenIdentityValidator validator, OpenIdentityHandler handler)
{
    [Function("OpenIdentity")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/identity")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null
            ? invalid!
            : Answers.From(await handler.HandleAsync(id, request, Caller.Of(http.HttpContext), cancellationToken), IdentityResponse.From);
    }
}
