using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Statistics.Read;

internal sealed class ReadStatisticsFunction(ReadStatisticsHandler handler)
{
    [Function("ReadStatistics")]
    [Allow(Roles.Coordinator | Roles.Analyst | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/elections/{election}/statistics")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var format = http.Query["format"].ToString();

        if (format is not ("" or "json" or "csv"))
        {
            return Problems.Unreadable(new Refusal("field.not-a-code", $"'{format}' is not one of: json, csv.", Field: "format"));
        }

        var counted = await handler.HandleAsync(election, cancellationToken);

        return !counted.IsAllowed(out var statistics) ? Problems.From(counted.Refusals)
            : format == "csv" ? Results.Text(StatisticsCsv.Write(statistics), "text/csv")
            : Answers.Json(statistics);
    }
}
