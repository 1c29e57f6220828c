using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.OpenElection;

internal sealed class OpenElectionFunction(OpenElectionValidator validator, OpenElectionHandler handler)
{
    [Function("OpenElection")]
    [Allow(Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);

        if (request is null)
        {
            return invalid!;
        }

        var opened = await handler.HandleAsync(request, cancellationToken);
        return opened.IsAllowed(out var election) ? Answers.Json(election, StatusCodes.Status201Created) : Problems.From(opened.Refusals);
    }
}
