using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Functions.Pages;
using Complaints.Storage.Docket;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts.Undelivered;

internal sealed class SendRetryFunction(ElectionStore elections, DeliverAlertsHandler handler, IAntiforgery antiforgery)
{
    [Function("SendRetry")]
    [Allow(Roles.Administrator | Roles.Coordinator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "manage/elections/{election}/alerts")] HttpRequest http,
        string election,
        CancellationToken cancellationToken)
    {
        var sent = await FormBody.ReadAsync(http, antiforgery, cancellationToken);

        if (!sent.IsAllowed(out _))
        {
            return Problems.From(sent.Refusals);
        }

        // What fails again says so on the page that comes next.
        if (await elections.FindAsync(election, cancellationToken) is { } found)
        {
            await handler.DeliverAsync(found, [], cancellationToken);
        }

        return Show.Next(http.HttpContext, UndeliveredForms.AddressOf(election));
    }
}
