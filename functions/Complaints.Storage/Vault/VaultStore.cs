using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;

namespace Complaints.Storage.Vault;

/// <summary>
/// The texts that say who somebody is or what they told us, sealed under a key per complaint. An item is a name such as <c>name</c>,
/// <c>contact</c>, <c>narrative</c> or <c>file:1</c>: never anything personal, for it is not sealed.
/// </summary>
public sealed class VaultStore(TableClient vault, VaultKeys keys)
{
    // A row may have 1 MiB and a batch 4 MiB as base64: what is under this fits both. The emulator does not check either.
    private const int MostBytes = 900 * 1024;
    private const int MostItems = 99;

    /// <summary>The name of the wrapping key that new data keys are put under.</summary>
    public string CurrentKey => keys.Current;

    /// <summary>Seals a text, in place of one sealed under the same item before; false, and nothing is kept, where the complaint was erased.</summary>
    /// <exception cref="ArgumentException">An id or item is no key part, the text is no Unicode or over 900 KiB.</exception>
    public Task<bool> SealAsync(string complaintId, string item, string text, CancellationToken cancellationToken) =>
        SealAsync(complaintId, new Dictionary<string, string> { [item] = text }, cancellationToken);

    /// <summary>
    /// Seals texts by item, all of them or none; the complaint's data key is made with the first. False, and nothing is kept, where the complaint was erased.
    /// </summary>
    /// <exception cref="ArgumentException">An id or item is no key part; or the texts are none, no Unicode, over 99 or over 900 KiB.</exception>
    public async Task<bool> SealAsync(string complaintId, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        CheckNumber(texts);

        if (await FindAsync(complaintId, DataKeyRow.Key, cancellationToken) is { } known)
        {
            return await PutUnderAsync(known, texts, cancellationToken);
        }

        using var drawn = DataKey.Draw();

        try
        {
            await PutAsync(complaintId, texts, drawn, isNew: true, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            // Another writer was first: theirs is the key.
            return await FindAsync(complaintId, DataKeyRow.Key, cancellationToken) is { } theirs && await PutUnderAsync(theirs, texts, cancellationToken);
        }
    }

    /// <summary>
    /// Seals the first texts of a new complaint and makes its data key. True as well where these very texts are sealed under the id already, by the
    /// same request sent twice; false, and nothing is changed, where the id is somebody else's.
    /// </summary>
    /// <exception cref="ArgumentException">As for sealing.</exception>
    public async Task<bool> SealFirstAsync(string complaintId, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        CheckNumber(texts);
        using var drawn = DataKey.Draw();

        try
        {
            await PutAsync(complaintId, texts, drawn, isNew: true, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return await HoldsAsync(complaintId, texts, cancellationToken) && await RenewAsync(complaintId, cancellationToken);
        }
    }

    /// <summary>Opens a text; null if none was sealed under this item, or the complaint was erased.</summary>
    /// <exception cref="CryptographicException">It or its key was changed, moved or removed, or the wrapping key is not the right one.</exception>
    public async Task<string?> OpenAsync(string complaintId, string item, CancellationToken cancellationToken) =>
        (await OpenAsync(complaintId, new HashSet<string> { item }, cancellationToken)).GetValueOrDefault(item);

    /// <summary>Opens texts, in one look; what was not sealed under these items is missing, and all of it where the complaint was erased.</summary>
    /// <exception cref="CryptographicException">One or their key was changed, moved or removed, or the wrapping key is not the right one.</exception>
    public async Task<IReadOnlyDictionary<string, string>> OpenAsync(string complaintId, IReadOnlySet<string> items, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);

        await foreach (var row in PartitionAsync(complaintId, null, cancellationToken))
        {
            rows[row.RowKey] = row;
        }

        var asked = items.Select(item => (Item: item, Row: rows.GetValueOrDefault(ValueRow.Key(item)))).Where(each => each.Row is not null).ToArray();

        if (asked.Length == 0)
        {
            return new Dictionary<string, string>();
        }

        using var key = ToDataKey(rows.GetValueOrDefault(DataKeyRow.Key) ?? throw NoKey(complaintId));
        return key is null ? new Dictionary<string, string>() : asked.ToDictionary(each => each.Item, each => ValueRow.ToText(each.Row!, key));
    }

    /// <summary>
    /// Destroys the complaint's data key and removes what was sealed under it; from then on nothing is taken for it. The key goes first: what an interruption leaves
    /// cannot be read, and a repetition removes it.
    /// </summary>
    public async Task EraseAsync(string complaintId, CancellationToken cancellationToken)
    {
        await vault.UpsertEntityAsync(DataKeyRow.Tombstone(complaintId), TableUpdateMode.Replace, cancellationToken);

        await foreach (var row in PartitionAsync(complaintId, ["PartitionKey", "RowKey"], cancellationToken).Where(each => each.RowKey != DataKeyRow.Key))
        {
            await vault.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
        }
    }

    /// <summary>Puts every data key under the current wrapping key; afterwards, with none left, the others may be taken out of the configuration.</summary>
    public Task<Rotated> RewrapAsync(CancellationToken cancellationToken) => new KeyRotation(vault, keys).RunAsync(cancellationToken);

    /// <summary>The complaint's data key, made now if there is none; null where the complaint was erased. The caller disposes of it.</summary>
    internal async Task<DataKey?> MakeDataKeyAsync(string complaintId, CancellationToken cancellationToken)
    {
        if (await FindAsync(complaintId, DataKeyRow.Key, cancellationToken) is { } known)
        {
            return ToDataKey(known);
        }

        var drawn = DataKey.Draw();

        try
        {
            await vault.AddEntityAsync(DataKeyRow.From(complaintId, drawn, keys), cancellationToken);
            return drawn;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            drawn.Dispose();
            return await ExistingDataKeyAsync(complaintId, cancellationToken);
        }
    }

    /// <summary>The complaint's data key; null where the complaint was erased. The caller disposes of it.</summary>
    /// <exception cref="CryptographicException">There is none, or it does not unwrap.</exception>
    internal async Task<DataKey?> ExistingDataKeyAsync(string complaintId, CancellationToken cancellationToken) =>
        ToDataKey(await FindAsync(complaintId, DataKeyRow.Key, cancellationToken) ?? throw NoKey(complaintId));

    private static void CheckNumber(IReadOnlyDictionary<string, string> texts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(texts.Count, nameof(texts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(texts.Count, MostItems, nameof(texts));
    }

    private static CryptographicException NoKey(string complaintId) =>
        new($"Complaint {complaintId} has no data key, so nothing of it can be opened.");

    private async Task<bool> HoldsAsync(string complaintId, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        foreach (var (item, text) in texts)
        {
            if (await OpenAsync(complaintId, item, cancellationToken) != text)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives the data key's row a new tag, so that a sweep that saw it as left behind leaves it; false where it was faster.</summary>
    private async Task<bool> RenewAsync(string complaintId, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(complaintId, DataKeyRow.Key, cancellationToken) is { } row
                && !(await vault.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken)).IsError;
        }
        catch (RequestFailedException swept) when (swept.Status is 404 or 412)
        {
            return false;
        }
    }

    private DataKey? ToDataKey(TableEntity row) => DataKeyRow.IsTombstone(row) ? null : DataKeyRow.ToDataKey(row, keys);

    private AsyncPageable<TableEntity> PartitionAsync(string complaintId, IEnumerable<string>? columns, CancellationToken cancellationToken) =>
        vault.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {KeyPart.Check(complaintId)}"), select: columns, cancellationToken: cancellationToken);

    private async Task<bool> PutUnderAsync(TableEntity keyRow, IReadOnlyDictionary<string, string> texts, CancellationToken cancellationToken)
    {
        using var key = ToDataKey(keyRow);

        if (key is not null)
        {
            await PutAsync(keyRow.PartitionKey, texts, key, isNew: false, cancellationToken);
        }

        return key is not null;
    }

    private async Task<TableEntity?> FindAsync(string complaintId, string rowKey, CancellationToken cancellationToken)
    {
        var row = await vault.GetEntityIfExistsAsync<TableEntity>(KeyPart.Check(complaintId), rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private async Task PutAsync(
        string complaintId, IReadOnlyDictionary<string, string> texts, DataKey key, bool isNew, CancellationToken cancellationToken)
    {
        var rows = texts.Select(each => ValueRow.From(complaintId, each.Key, each.Value, key)).ToList();
        var bytes = rows.Sum(row => row.Sum(column => column.Value is byte[] portion ? portion.Length : 0));

        if (bytes > MostBytes)
        {
            throw new ArgumentException($"The vault takes {MostBytes} bytes at once, not {bytes}.", nameof(texts));
        }

        var changes = rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
        var first = new TableTransactionAction(TableTransactionActionType.Add, DataKeyRow.From(complaintId, key, keys));
        await vault.SubmitTransactionAsync(isNew ? changes.Prepend(first) : changes, cancellationToken);
    }
}
