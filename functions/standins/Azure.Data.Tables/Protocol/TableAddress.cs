namespace Azure.Data.Tables.Protocol;

/// <summary>Where tables and rows are found below an account's address.</summary>
internal static class TableAddress
{
    public static string OfAccount(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public static string OfTable(string account, string table) => $"{account}/{table}";

    public static string OfRow(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{ODataLiteral.Key(partitionKey)}',RowKey='{ODataLiteral.Key(rowKey)}')";

    public static string OfTableItem(string account, string table) => $"{account}/Tables('{ODataLiteral.Key(table)}')";

    /// <summary>A query for one page: the parameters that are null are left out.</summary>
    public static string OfQuery(string collection, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var address = collection;
        var separator = '?';

        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                address = $"{address}{separator}{name}={Uri.EscapeDataString(value)}";
                separator = '&';
            }
        }

        return address;
    }
}
