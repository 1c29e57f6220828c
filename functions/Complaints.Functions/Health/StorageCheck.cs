using Complaints.Storage.Docket;

namespace Complaints.Functions.Health;

/// <summary>Whether the storage account answers.</summary>
internal sealed class StorageCheck(ElectionStore elections)
{
    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await elections.PingAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
