using Azure.Data.Tables;

namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>The delivery logs of a shard, in one scan beside that of the complaints: asked by complaint, in the order of their ids.</summary>
internal sealed class DeliveryLog(TableClient docket, string partition, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<TableEntity> rows = docket
        .QueryAsync<TableEntity>(Keys.Range(partition, "a:", "a;"), select: ["RowKey"], cancellationToken: cancellationToken)
        .GetAsyncEnumerator(cancellationToken);

    private bool isBegun;
    private bool isOver;

    /// <summary>The keys of one complaint's log, by itself.</summary>
    public static async Task<IReadOnlySet<string>> OfAsync(TableClient docket, string partition, string complaint, CancellationToken cancellationToken) =>
        await docket.QueryAsync<TableEntity>(Keys.Range(partition, $"a:{complaint}:", $"a:{complaint};"), select: ["RowKey"], cancellationToken: cancellationToken)
            .Select(row => row.RowKey)
            .ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>The keys of one complaint's log. Its id lies behind those asked for before.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(string complaint)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        isOver = isBegun ? isOver : !await rows.MoveNextAsync();
        isBegun = true;

        for (; !isOver && string.CompareOrdinal(IdOf(rows.Current), complaint) <= 0; isOver = !await rows.MoveNextAsync())
        {
            if (IdOf(rows.Current) == complaint)
            {
                keys.Add(rows.Current.RowKey);
            }
        }

        return keys;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();

    private static string IdOf(TableEntity row) => row.RowKey.Split(':')[1];
}
