using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts;

internal sealed class SweepDeadlinesFunction(SweepDeadlinesHandler handler)
{
    [Function("SweepDeadlines")]
    public Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(timer.IsPastDue, cancellationToken);
}
