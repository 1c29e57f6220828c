using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>
/// A complaint's wrapped data key as it lies in the table: partition = complaint id, row = "key". Once the complaint is erased the row stays without a key, so
/// that none is made again.
/// </summary>
internal static class DataKeyRow
{
    public const string Key = "key";

    private const string Destroyed = "Destroyed";

    public static TableEntity From(string complaintId, DataKey key, VaultKeys keys) => new(complaintId, Key)
    {
        ["WrappedBy"] = keys.Current,
        ["Wrapped"] = key.Wrap(keys[keys.Current], BelongsTo(complaintId, keys.Current)),
    };

    /// <summary>The row of a complaint whose data key was destroyed.</summary>
    public static TableEntity Tombstone(string complaintId) => new(KeyPart.Check(complaintId), Key) { [Destroyed] = true };

    public static bool IsTombstone(TableEntity row) => row.GetBoolean(Destroyed) is true;

    /// <summary>The name of the key that wraps it; null where it was destroyed.</summary>
    public static string? WrappedBy(TableEntity row) => row.GetString("WrappedBy");

    /// <exception cref="CryptographicException">The wrapping key is not configured or not the one of that name, or the row was changed.</exception>
    public static DataKey ToDataKey(TableEntity row, VaultKeys keys)
    {
        var wrappedBy = WrappedBy(row) ?? string.Empty;

        try
        {
            return DataKey.Unwrap(keys[wrappedBy], row.GetBinary("Wrapped"), BelongsTo(row.PartitionKey, wrappedBy));
        }
        catch (CryptographicException cause)
        {
            var why = cause is AuthenticationTagMismatchException ? $"it was changed, or {wrappedBy} is not the key that wrapped it." : cause.Message;
            throw new CryptographicException($"The data key of complaint {row.PartitionKey} does not unwrap: {why}", cause);
        }
    }

    private static byte[] BelongsTo(string complaintId, string wrappedBy) => Encoding.UTF8.GetBytes($"vault/1/key/{complaintId}/{wrappedBy}");
}
