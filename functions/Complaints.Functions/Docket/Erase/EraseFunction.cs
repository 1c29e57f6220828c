using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Erase;

internal sealed class EraseFunction(EraseValidator validator, EraseHandler handler, TimeProvider time)
{
    [Function("Erase")]
    [Allow(Roles.Coordinator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/erase")] HttpRequest http,
        string id,
        CancellationToken cancellationToken) => http.ChangeAsync(
            () => http.ReadValidatedAsync(validator, cancellationToken),
            asked => handler.HandleAsync(id, asked.Request, asked.Caller, asked.Version, asked.Repeatable, cancellationToken),
            time.Now,
            cancellationToken);
}
