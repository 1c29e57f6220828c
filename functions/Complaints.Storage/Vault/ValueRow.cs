using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>
/// One sealed text as it lies in the table: partition = complaint id, row = "i:" + item, in as many numbered properties of 60 KiB as it needs
/// (a table takes 64 KiB a property).
/// </summary>
internal static class ValueRow
{
    private const int PortionBytes = 60 * 1024;
    private const string Purpose = "vault/1/value";

    // Text that is not text (half a surrogate pair) is refused; it would come back changed.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Key(string item) => $"i:{KeyPart.Check(item)}";

    /// <summary>The item of a row; of the complaint's data key, <c>key</c>.</summary>
    public static string ItemOf(TableEntity row) => row.RowKey.StartsWith("i:", StringComparison.Ordinal) ? row.RowKey[2..] : row.RowKey;

    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public static TableEntity From(string complaintId, string item, string text, DataKey dataKey)
    {
        var key = dataKey.For(Purpose);
        var row = new TableEntity(complaintId, Key(item));
        var whole = SealedBytes.Seal(key, Utf8.GetBytes(text), BelongsTo(complaintId, row.RowKey));
        CryptographicOperations.ZeroMemory(key);

        foreach (var (number, portion) in whole.Chunk(PortionBytes).Index())
        {
            row[Name(number)] = portion;
        }

        return row;
    }

    /// <exception cref="CryptographicException">The value was changed, moved here, or sealed under another key.</exception>
    public static string ToText(TableEntity row, DataKey dataKey)
    {
        var key = dataKey.For(Purpose);

        try
        {
            return Utf8.GetString(SealedBytes.Open(key, Whole(row), BelongsTo(row.PartitionKey, row.RowKey)));
        }
        catch (CryptographicException changed)
        {
            throw new CryptographicException(
                $"The value {row.RowKey} of complaint {row.PartitionKey} does not open: it was changed, moved here, or sealed under another key.",
                changed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static byte[] Whole(TableEntity row)
    {
        var portions = new List<byte[]>();

        while (row.GetBinary(Name(portions.Count)) is { } portion)
        {
            portions.Add(portion);
        }

        return [.. portions.SelectMany(portion => portion)];
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Sealed{number:D2}");

    private static byte[] BelongsTo(string complaintId, string rowKey) => Encoding.UTF8.GetBytes($"{Purpose}/{complaintId}/{rowKey}");
}
