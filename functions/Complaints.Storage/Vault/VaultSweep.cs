using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Complaints.Storage.Vault;

/// <summary>
/// Clears the vaults of what was sealed for a change that was never recorded: the texts and the key of a complaint that does not exist, the names of
/// uploads that no event names.
/// </summary>
public sealed class VaultSweep(TableClient identities, TableClient retaliation)
{
    /// <summary>Deletes what is left of what was written between two instants, and counts the rows.</summary>
    /// <param name="from">Rows before are known to belong to something.</param>
    /// <param name="before">Give changes a day: they may still be on their way.</param>
    /// <param name="leftOf">Tells, of a complaint, which items no event stands behind.</param>
    /// <param name="failed">Is told of each complaint that could not be seen to, and why; the others are.</param>
    /// <param name="cancellationToken">Stops between two complaints.</param>
    public async Task<int> RunAsync(
        Instant from,
        Instant before,
        Func<string, CancellationToken, Task<Func<string, bool>>> leftOf,
        Action<string, Exception> failed,
        CancellationToken cancellationToken)
    {
        var removed = 0;

        foreach (var vault in new[] { identities, retaliation })
        {
            removed += await RunAsync(vault, from, before, leftOf, failed, cancellationToken);
        }

        return removed;
    }

    private static async Task<int> RunAsync(
        TableClient vault,
        Instant from,
        Instant before,
        Func<string, CancellationToken, Task<Func<string, bool>>> leftOf,
        Action<string, Exception> failed,
        CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"Timestamp ge {from.ToDateTimeOffset()} and Timestamp lt {before.ToDateTimeOffset()}");
        var (seen, removed) = ("", 0);

        await foreach (var row in vault.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            if (row.PartitionKey == seen)
            {
                continue;
            }

            seen = row.PartitionKey;

            try
            {
                removed += await ClearAsync(vault, seen, before.ToDateTimeOffset(), leftOf, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed(seen, e);
            }
        }

        return removed;
    }

    private static async Task<int> ClearAsync(
        TableClient vault, string complaint, DateTimeOffset before, Func<string, CancellationToken, Task<Func<string, bool>>> leftOf, CancellationToken cancellationToken)
    {
        // The rows first and the docket after: what is recorded in between has given its key row another tag.
        var rows = await vault.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {complaint}"), cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        var isLeft = await leftOf(complaint, cancellationToken);
        var left = rows.Where(row => isLeft(ValueRow.ItemOf(row))).ToArray();

        if (left.Any(row => row.Timestamp >= before))
        {
            return 0;
        }

        // The row of the key in the first batch: if its tag is another now, nothing is removed.
        foreach (var some in left.OrderByDescending(row => row.RowKey == DataKeyRow.Key).Chunk(100))
        {
            if (!await RemoveAsync(vault, some, cancellationToken))
            {
                return 0;
            }
        }

        return left.Length;
    }

    private static async Task<bool> RemoveAsync(TableClient vault, IEnumerable<TableEntity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await vault.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)), cancellationToken);
            return true;
        }
        catch (RequestFailedException anew) when (anew.Status is 404 or 412)
        {
            return false;
        }
    }
}
