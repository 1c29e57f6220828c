using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.HandOver;

internal sealed class HandOverFunction(HandOverValidator validator, HandOverHandler handler)
{
    [Function("HandOver")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/keeper")] HttpRequest http,
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
        return version.IsAllowed(out var read)
            ? Answers.From(await handler.HandleAsync(id, request, caller, read, repeatable, cancellationToken), answer => answer)
            : Problems.Unreadable(version.Refusals);
    }
}
