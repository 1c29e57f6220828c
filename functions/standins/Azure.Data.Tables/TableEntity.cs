using System.Collections;

namespace Azure.Data.Tables;

/// <summary>A row with whatever columns it has, as names and values.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagKey = "odata.etag";
    internal const string TimestampKey = nameof(Timestamp);

    private readonly Dictionary<string, object> _columns;

    /// <summary>A row without keys or columns.</summary>
    public TableEntity() => _columns = [];

    /// <summary>A row with these keys and no columns.</summary>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>A row with these columns; none, if null is given.</summary>
    public TableEntity(IDictionary<string, object> values) => _columns = values is null ? [] : new(values);

    /// <summary>An empty row with room for so many columns.</summary>
    internal TableEntity(int columns) => _columns = new(columns);

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _columns[nameof(PartitionKey)] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _columns[nameof(RowKey)] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampKey);
        set => _columns[TimestampKey] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => new(GetString(ETagKey));
        set => _columns[ETagKey] = value.ToString();
    }

    /// <summary>The names of the columns, the keys among them.</summary>
    public ICollection<string> Keys => _columns.Keys;

    /// <summary>How many columns there are, the keys among them.</summary>
    public int Count => _columns.Count;

    ICollection<object> IDictionary<string, object>.Values => _columns.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    internal Dictionary<string, object> Columns => _columns;

    /// <summary>The value of a column, null where there is none; a whole number set where a long or a double stood becomes one.</summary>
    public object this[string key]
    {
        get => _columns.GetValueOrDefault(key);
        set => _columns[key] = _columns.TryGetValue(key, out var old) ? Widen(value, old) : value;
    }

    /// <summary>The text in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public string GetString(string key) => Get<string>(key);

    /// <summary>The bytes in a column, null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public BinaryData GetBinaryData(string key) =>
        _columns.GetValueOrDefault(key) is byte[] bytes ? new BinaryData(bytes) : Get<BinaryData>(key);

    /// <summary>The bytes in a column, null where there are none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public byte[] GetBinary(string key) => Get<byte[]>(key);

    /// <summary>The truth value in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public bool? GetBoolean(string key) => Get<bool?>(key);

    /// <summary>The instant in a column, in UTC; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateTime? GetDateTime(string key) =>
        _columns.GetValueOrDefault(key) is DateTimeOffset instant ? instant.UtcDateTime : Get<DateTime?>(key);

    /// <summary>The instant in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) =>
        _columns.GetValueOrDefault(key) is DateTime instant ? new DateTimeOffset(instant) : Get<DateTimeOffset?>(key);

    /// <summary>The double in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public double? GetDouble(string key) => Get<double?>(key);

    /// <summary>The identifier in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public Guid? GetGuid(string key) => Get<Guid?>(key);

    /// <summary>The 32-bit whole number in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public int? GetInt32(string key) => Get<int?>(key);

    /// <summary>The 64-bit whole number in a column, null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The value is of another type.</exception>
    public long? GetInt64(string key) => Get<long?>(key);

    /// <summary>Sets a column.</summary>
    public void Add(string key, object value) => this[key] = value;

    /// <summary>Whether there is such a column.</summary>
    public bool ContainsKey(string key) => _columns.ContainsKey(key);

    /// <summary>Removes a column; false where there was none.</summary>
    public bool Remove(string key) => _columns.Remove(key);

    /// <summary>The value of a column; false where there is none.</summary>
    public bool TryGetValue(string key, out object value) => _columns.TryGetValue(key, out value);

    /// <summary>Removes every column, the keys among them.</summary>
    public void Clear() => _columns.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_columns).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_columns).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Remove(item.Key);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _columns.GetEnumerator();

    private static object Widen(object value, object old) => (old, value) switch
    {
        (double, int whole) => (double)whole,
        (long, int whole) => (long)whole,
        (string, DateTime or DateTimeOffset) => value.ToString(),
        _ => value,
    };

    private T Get<T>(string key) => _columns.GetValueOrDefault(key) switch
    {
        null => default,
        T value => value,
        var other => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
    };
}
