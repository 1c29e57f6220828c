using Microsoft.Azure.Functions.Worker;

namespace Complaints.Functions.Docket.Scan;

internal sealed class ScanDocumentsFunction(ScanDocumentsHandler handler)
{
    [Function("ScanDocuments")]
    public Task RunAsync([TimerTrigger("40 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(cancellationToken);
}
