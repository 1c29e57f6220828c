using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts;

internal sealed class TidyUpFunction(TidyUpHandler handler)
{
    [Function("TidyUp")]
    public Task RunAsync([TimerTrigger("0 30 21 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(cancellationToken);
}
