using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Statistics.Read;

internal sealed class ChooseStatisticsFunction(ElectionStore elections)
{
    [Function("ChooseStatistics")]
    [Allow(Readers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "statistics")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        Election[] readable = [.. (await elections.AllAsync(cancellationToken)).Where(each => caller.IsAny(Readers, each.Id)).OrderBy(each => each.Id, StringComparer.Ordinal)];
        return readable is [var only]
            ? Show.Next(http.HttpContext, $"/statistics/{Uri.EscapeDataString(only.Id)}")
            : Show.Page<ChooseStatisticsPage>(new { Elections = (IReadOnlyList<Election>)readable });
    }

    private const Roles Readers = Roles.Coordinator | Roles.Analyst | Roles.Administrator;
}
