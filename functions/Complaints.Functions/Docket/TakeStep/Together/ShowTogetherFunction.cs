using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.TakeStep.Together;

internal sealed class ShowTogetherFunction(ClusterHandler handler, TogetherForms forms)
{
    [Function("ShowTogether")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "clusters/step")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var read = ClusterQuery.From(http.Query);

        if (!read.IsAllowed(out var query))
        {
            return Problems.Unreadable(read.Refusals);
        }

        var found = await handler.ElectionAsync(query.Election, caller, cancellationToken);
        return found.IsAllowed(out _)
            ? forms.New(http.HttpContext, query, await handler.PickAsync(query, caller, cancellationToken))
            : Problems.From(found.Refusals);
    }
}
