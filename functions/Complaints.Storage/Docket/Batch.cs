using Azure;
using Azure.Data.Tables;

namespace Complaints.Storage.Docket;

/// <summary>
/// One entity-group transaction within the service's limits: 100 entities, 4 MiB together, each entity well under 1 MiB. The emulator checks
/// none but the last, and that in base 64, a third more; so they are checked here. On the wire a row may take up to twice its size (base 64, escaped letters).
/// </summary>
internal sealed class Batch(string partition)
{
    /// <summary>The most rows one transaction takes.</summary>
    public const int MostEntities = 100;

    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostEntityBytes = 740 * 1024;

    private readonly List<TableTransactionAction> actions = [];
    private int bytes;
    private string? tooLarge;

    public string Partition => partition;

    /// <summary>How many rows it has so far.</summary>
    public int Count => actions.Count;

    public TableEntity New(string rowKey) => new(partition, rowKey);

    public void Add(TableEntity row) => Append(TableTransactionActionType.Add, row, default);

    public void Put(TableEntity row) => Append(TableTransactionActionType.UpsertReplace, row, default);

    public void Replace(TableEntity row, ETag ifMatch) => Append(TableTransactionActionType.UpdateReplace, row, ifMatch);

    public void Remove(string rowKey) => Append(TableTransactionActionType.Delete, New(rowKey), ETag.All);

    /// <exception cref="InvalidOperationException">The batch, or a row in it, is larger than the service takes.</exception>
    public async Task<IReadOnlyList<Response>> SubmitAsync(TableClient table, CancellationToken cancellationToken)
    {
        if (tooLarge is not null)
        {
            throw new InvalidOperationException(tooLarge);
        }

        if (actions.Count > MostEntities || bytes > MostBytes)
        {
            throw new InvalidOperationException($"A batch of {actions.Count} rows and {bytes} bytes is larger than a transaction takes.");
        }

        return (await table.SubmitTransactionAsync(actions, cancellationToken)).Value;
    }

    private void Append(TableTransactionActionType type, TableEntity row, ETag tag)
    {
        var size = SizeOf(row);

        if (size > MostEntityBytes)
        {
            tooLarge = $"The row {row.RowKey} has {size} bytes, more than a table takes.";
        }

        bytes += size * 2;
        actions.Add(new TableTransactionAction(type, row, tag));
    }

    /// <summary>The size of a row as the service counts it, or a little more.</summary>
    public static int SizeOf(TableEntity row)
    {
        var size = 0;

        foreach (var (name, value) in row)
        {
            size += (2 * name.Length) + (value switch { byte[] binary => binary.Length, string text => 2 * text.Length, _ => 16 });
        }

        return size;
    }
}
