using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Recompute;

internal sealed class RecomputeFunction(RecomputeValidator validator, RecomputeHandler handler, Once once)
{
    [Function("Recompute")]
    [Allow(Roles.Coordinator | Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections/{election}/recompute")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        once.AnswerAsync(http, Caller.Of(http.HttpContext).Pseudonym, WholeBody.Most, () => RecomputeAsync(http, election, cancellationToken), cancellationToken);

    private async Task<IResult> RecomputeAsync(HttpRequest http, string election, CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);
        return request is null
            ? invalid!
            : Answers.From(await handler.HandleAsync(election, request, Caller.Of(http.HttpContext).Pseudonym, cancellationToken), answer => answer);
    }
}
