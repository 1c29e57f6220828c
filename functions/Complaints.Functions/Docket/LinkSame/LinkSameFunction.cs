using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.LinkSame;

internal sealed class LinkSameFunction(LinkSameValidator validator, LinkSameHandler handler, TimeProvider time)
{
    [Function("LinkSame")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/complaints/{id}/same")] HttpRequest http,
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

        var linked = await handler.HandleAsync(id, request, caller, read, repeatable, cancellationToken);
        return linked.IsAllowed(out var complaint) ? ComplaintAnswer.Of(http, complaint, time.Now()) : Problems.From(linked.Refusals);
    }
}
