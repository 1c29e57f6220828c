namespace Azure.Data.Tables.Protocol;

/// <summary>The types a column's value can have beyond those that JSON tells apart by itself.</summary>
internal enum EdmType
{
    None,
    Binary,
    DateTime,
    Double,
    Guid,
    Int64,
}
