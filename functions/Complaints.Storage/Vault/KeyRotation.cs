using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>What one walk over the data keys did.</summary>
/// <param name="Rewrapped">How many were put under the current wrapping key.</param>
/// <param name="Left">How many are still under an older one: changed at the same moment, or not to be unwrapped.</param>
/// <param name="Unknown">How many are under a wrapping key that is not configured, so that nothing of their complaints can be opened.</param>
public sealed record Rotated(int Rewrapped, int Left, int Unknown);

/// <summary>
/// Puts every data key under the current wrapping key. Only the wrapping changes: values and documents are sealed under the data key and stay as they are. Each
/// row is exchanged by itself and only as it was read, so a walk may end anywhere, run twice or on two hosts, and nothing is lost.
/// </summary>
internal sealed class KeyRotation(TableClient vault, VaultKeys keys)
{
    private int rewrapped;
    private int left;
    private int unknown;

    public async Task<Rotated> RunAsync(CancellationToken cancellationToken)
    {
        // The whole table is scanned, once a day: partitions are complaints, and each has one such row.
        var all = TableClient.CreateQueryFilter($"RowKey eq {DataKeyRow.Key}");

        await foreach (var row in vault.QueryAsync<TableEntity>(all, cancellationToken: cancellationToken))
        {
            if (DataKeyRow.WrappedBy(row) is { } wrappedBy && wrappedBy != keys.Current)
            {
                await RewrapAsync(row, wrappedBy, cancellationToken);
            }
        }

        return new Rotated(rewrapped, left, unknown);
    }

    private async Task RewrapAsync(TableEntity row, string wrappedBy, CancellationToken cancellationToken)
    {
        if (!keys.Ids.Contains(wrappedBy))
        {
            unknown++;
            return;
        }

        try
        {
            using var key = DataKeyRow.ToDataKey(row, keys);
            await vault.UpdateEntityAsync(DataKeyRow.From(row.PartitionKey, key, keys), row.ETag, TableUpdateMode.Replace, cancellationToken);
            rewrapped++;
        }
        catch (Exception e) when (e is CryptographicException || e is RequestFailedException { Status: 404 or 412 })
        {
            left++;
        }
    }
}
