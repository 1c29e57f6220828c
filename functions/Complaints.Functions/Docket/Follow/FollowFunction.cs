using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Follow;

internal sealed class FollowFunction(FollowValidator validator, FollowHandler handler, Receipts receipts, TimeProvider time)
{
    [Function("Follow")]
    [Allow(Roles.Complainant)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/follow")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);

        if (request is null)
        {
            return invalid!;
        }

        var found = await handler.HandleAsync(request, http.HttpContext, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            http.HttpContext.TellWait(found.Refusals);
            return Problems.From(found.Refusals);
        }

        return Answers.From(await receipts.IssueAsync(stored, cancellationToken), receipt => FollowResponse.From(stored.Value, receipt, time.Now()));
    }
}
