using System.Globalization;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Statistics;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Statistics.Read;

internal sealed class ShowStatisticsFunction(ReadStatisticsHandler handler, ElectionStore elections, LawShelf shelf)
{
    [Function("ShowStatistics")]
    [Allow(Roles.Coordinator | Roles.Analyst | Roles.Administrator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "statistics/{election}")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var (measure, from) = (http.Query["measure"].ToString(), http.Query["from"].ToString());

        if (measure.Length > 0 && !Measure.Ids.Contains(measure))
        {
            return Problems.Unreadable(new Refusal("field.not-a-code", $"There is no measure '{Shown.Short(measure)}'. There are: {string.Join(", ", Measure.Ids)}.", Field: "measure"));
        }

        if (!int.TryParse(from.Length == 0 ? "0" : from, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return Problems.Unreadable(new Refusal("field.bad-value", "'from' is the number of rows to leave out.", Field: "from"));
        }

        var counted = await handler.HandleAsync(election, cancellationToken);

        if (!counted.IsAllowed(out var statistics) || await elections.FindAsync(election, cancellationToken) is not { } found || await shelf.ForNewAsync(found, cancellationToken) is not { } law)
        {
            return Problems.From(counted.Refusals);
        }

        return measure.Length == 0
            ? Show.Page<StatisticsPage>(new { Law = new Law(law, found), Statistics = statistics })
            : Show.Page<MeasurePage>(new { Law = new Law(law, found), Statistics = statistics, Id = measure, First = first });
    }
}
