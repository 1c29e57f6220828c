using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Alerts;

internal sealed class RewrapKeysFunction(RewrapKeysHandler handler)
{
    [Function("RewrapKeys")]
    public Task RunAsync([TimerTrigger("0 45 21 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(cancellationToken);
}
