using System.Globalization;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.History;

internal sealed class ShowHistoryFunction(DocketStore docket)
{
    /// <summary>How many entries a page shows.</summary>
    private const int OnAPage = 40;

    [Function("ShowHistory")]
    [Allow(Roles.Observer | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "complaints/{id}/history")] HttpRequest http,
        string id,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(http.HttpContext);
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return Problems.From(found.Refusals);
        }

        var after = int.TryParse(http.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0;
        var events = await docket.HistoryAsync(stored.Value, cancellationToken);
        var shown = events.Where(each => each.Event.Seq > after && each.Event.Seq <= stored.Value.Version).Take(OnAPage).ToDictionary(each => each.Event.Seq, each => each.Hash);
        var others = await docket.WhichOpenAsync(stored.Value.History.Select(each => each.What).OfType<LinkedAsSame>().Select(each => each.Other), caller, cancellationToken);
        return Show.Page<HistoryPage>(new { Complaint = stored.Value, Hashes = shown, After = after, Others = others, NoBundle = stored.Value.WhyNoBundle(caller) });
    }
}
