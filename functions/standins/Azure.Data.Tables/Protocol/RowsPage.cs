namespace Azure.Data.Tables.Protocol;

/// <summary>One page of a query, and the token to ask for the next: partition and row, apart by a space.</summary>
internal static class RowsPage
{
    public static Page<T> Read<T>(Response response)
        where T : class, ITableEntity
    {
        var rows = EntityReader.ReadPage(response.Content.ToMemory().Span) as List<T>
            ?? throw new NotSupportedException($"Only {nameof(TableEntity)} is part of this subset, not {typeof(T)}.");
        return Page<T>.FromValues(rows, Next(response), response);
    }

    /// <summary>The row is missing where the next page begins a partition.</summary>
    public static (string Partition, string Row) Split(string token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            return (null, null);
        }

        var parts = token.Split(' ', 2);
        return (parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
    }

    private static string Next(Response response)
    {
        var hasPartition = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
        var hasRow = response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return hasPartition || hasRow ? $"{partition} {row}" : null;
    }
}
