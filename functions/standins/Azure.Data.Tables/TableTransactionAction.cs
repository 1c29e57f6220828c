namespace Azure.Data.Tables;

/// <summary>One change within a transaction.</summary>
public class TableTransactionAction
{
    /// <summary>A change whatever the version of the stored row.</summary>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>A change of the row at the given version; the default version means any.</summary>
    /// <exception cref="ArgumentNullException">The entity or one of its keys is null.</exception>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity));
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What is done to the row.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The row as it shall be, or the keys of the one to delete.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version the stored row must have; not looked at by Add and the upserts.</summary>
    public ETag ETag { get; }
}
