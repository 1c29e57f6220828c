using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Rebuild;

internal sealed class RebuildIndexesFunction(RebuildIndexesHandler handler)
{
    [Function("RebuildIndexes")]
    public Task RunAsync([TimerTrigger("0 0 22 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(cancellationToken);
}
