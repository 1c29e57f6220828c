using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HandOver;

internal sealed class HandOverFunction(HandOverValidator validator, HandOverHandler handler)
{
    [Function("HandOver")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/keeper")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => http.ChangeAsync(
            () => http.ReadValidatedAsync(validator, cancellationToken),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            keeper => Answers.Json(keeper),
            cancellationToken);
}
