using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.List;

internal sealed class ListComplaintsFunction(ListComplaintsHandler handler)
{
    [Function("ListComplaints")]
    [Allow(Roles.Mission)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/complaints")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var read = RegisterQuery.From(http.Query);

        if (!read.IsAllowed(out var query))
        {
            return Problems.Unreadable(read.Refusals);
        }

        return Answers.From(await handler.HandleAsync(query, Caller.Of(http.HttpContext), cancellationToken), ListResponse.From);
    }
}
