using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.SetHold;

internal sealed class SetHoldFunction(SetHoldValidator validator, SetHoldHandler handler)
{
    [Function("SetHold")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/hold")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => http.ChangeAsync(
            () => http.ReadValidatedAsync(validator, cancellationToken),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            answer => Answers.Json(answer),
            cancellationToken);
}
