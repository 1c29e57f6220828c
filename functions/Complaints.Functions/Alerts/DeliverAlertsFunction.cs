using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts;

internal sealed class DeliverAlertsFunction(DeliverAlertsHandler handler)
{
    [Function("DeliverAlerts")]
    public Task RunAsync([TimerTrigger("20 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(cancellationToken);
}
