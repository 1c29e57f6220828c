using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.OpenElection;

internal sealed class OpenElectionFunction(OpenElectionValidator validator, OpenElectionHandler handler, Once once)
{
    [Function("OpenElection")]
    [Allow(Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections")] HttpRequest http,
        CancellationToken cancellationToken) =>
        once.AnswerAsync(http, Caller.Of(http.HttpContext).Pseudonym, WholeBody.Most, () => OpenAsync(http, cancellationToken), cancellationToken);

    private async Task<IResult> OpenAsync(HttpRequest http, CancellationToken cancellationToken)
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
