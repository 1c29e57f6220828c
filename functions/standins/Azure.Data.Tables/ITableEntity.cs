namespace Azure.Data.Tables;

/// <summary>A row of a table: its two keys, and the time and version the service gave it.</summary>
public interface ITableEntity
{
    /// <summary>The partition the row lies in; rows of one partition can be changed together.</summary>
    public string PartitionKey { get; set; }

    /// <summary>The name of the row within its partition.</summary>
    public string RowKey { get; set; }

    /// <summary>When the service last wrote the row; null before it was read, and never sent.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>The version of the row as the service last told it.</summary>
    public ETag ETag { get; set; }
}
