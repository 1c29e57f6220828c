namespace Azure.Data.Tables.Models;

/// <summary>A table, as far as an account lists it.</summary>
public class TableItem
{
    /// <summary>The table of that name.</summary>
    public TableItem(string name) => Name = name;

    /// <summary>The table's name.</summary>
    public string Name { get; }
}
