using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Statistics.Report;

internal sealed class ReportFigureFunction(ReportFigureValidator validator, ReportFigureHandler handler, Once once)
{
    [Function("ReportFigure")]
    [Allow(Roles.Coordinator | Roles.Analyst | Roles.Administrator)]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/elections/{election}/reported")] HttpRequest http,
        string election,
        CancellationToken cancellationToken) =>
        once.AnswerAsync(http, Caller.Of(http.HttpContext).Pseudonym, WholeBody.Most, () => ReportAsync(http, election, cancellationToken), cancellationToken);

    private async Task<IResult> ReportAsync(HttpRequest http, string election, CancellationToken cancellationToken)
    {
        var (request, invalid) = await http.ReadValidatedAsync(validator, cancellationToken);

        if (request is null)
        {
            return invalid!;
        }

        var kept = await handler.HandleAsync(election, request.ToFigure(), cancellationToken);
        return kept.IsAllowed(out var figure) ? Answers.Json(figure, StatusCodes.Status201Created) : Problems.From(kept.Refusals);
    }
}
