using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>What one walk over the data keys did.</summary>
/// <param name="Key">The name of the wrapping key that is current on this host: on one not started again yet, it is still the older one.</param>
/// <param name="Rewrapped">How many were put under it.</param>
/// <param name="Left">How many are still under an older one: changed at the same moment, or not to be unwrapped.</param>
/// <param name="Unknown">How many are under a wrapping key that is not configured, so that nothing of their complaints can be opened.</param>
public sealed record Rotated(string Key, int Rewrapped, int Left, int Unknown);

/// <summary>
/// Puts every data key under the current wrapping key. Only the wrapping changes: values and documents are sealed under the data key and stay as they are. Each
/// row is exchanged by itself and only as it was read, so a walk may end anywhere, run twice or on two hosts, and nothing is lost. A host that was not started again
/// yet has the older key as its current one and puts everything back under that: which of two keys is newer no list says. So each walk names its key, and
/// docs/vault.md asks for two after the last start before the old key goes.
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

        return new Rotated(keys.Current, rewrapped, left, unknown);
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
