using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>A complaint's wrapped data key as it lies in the table: partition = complaint id, row = "key".</summary>
internal static class DataKeyRow
{
    public const string Key = "key";

    public static TableEntity From(string complaintId, DataKey key, VaultKeys keys) => new(complaintId, Key)
    {
        ["WrappedBy"] = keys.Current,
        ["Wrapped"] = key.Wrap(keys[keys.Current], BelongsTo(complaintId, keys.Current)),
    };

    /// <exception cref="CryptographicException">The wrapping key is not configured or not the one of that name, or the row was changed.</exception>
    public static DataKey ToDataKey(TableEntity row, VaultKeys keys)
    {
        var wrappedBy = row.GetString("WrappedBy") ?? string.Empty;

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
