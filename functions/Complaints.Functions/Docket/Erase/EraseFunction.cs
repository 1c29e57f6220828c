using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Erase;

internal sealed class EraseFunction(EraseValidator validator, EraseHandler handler, TimeProvider time)
{
    [Function("Erase")]
    [Allow(Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/erase")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var repeatable = await http.RepeatableAsync(caller.Pseudonym, cancellationToken);
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);

        if (request is null)
        {
            return invalid!;
        }

        var version = http.IfMatch();

        if (!version.IsAllowed(out var read))
        {
            return Problems.Unreadable(version.Refusals);
        }

        var erased = await handler.HandleAsync(id, request, caller, read, repeatable, cancellationToken);
        return erased.IsAllowed(out var complaint) ? ComplaintAnswer.Of(http, complaint, time.Now()) : Problems.From(erased.Refusals);
    }
}
