using Azure;
using Azure.Data.Tables;

namespace Complaints.StandIns.Tables.Tests;

public sealed class TableEntityTests
{
    [Fact]
    public void Get_ColumnThatIsNotThere_IsNull()
    {
        var row = new TableEntity("p", "r");

        Assert.Null(row["none"]);
        Assert.Null(row.GetString("none"));
        Assert.Null(row.GetInt32("none"));
        Assert.Null(row.GetBinary("none"));
        Assert.Null(row.Timestamp);
    }

    [Fact]
    public void Get_AnotherType_Throws()
    {
        var row = new TableEntity("p", "r") { ["N"] = 5 };

        Assert.Throws<InvalidOperationException>(() => row.GetString("N"));
        Assert.Throws<InvalidOperationException>(() => row.GetInt64("N"));
        Assert.Throws<InvalidOperationException>(() => row.GetDouble("N"));
    }

    [Fact]
    public void Set_WholeNumberWhereALongOrDoubleStood_KeepsTheirType()
    {
        var row = new TableEntity("p", "r") { ["L"] = 5L, ["D"] = 0.5 };

        row["L"] = 6;
        row["D"] = 6;

        Assert.Equal(6L, row.GetInt64("L"));
        Assert.Equal(6.0, row.GetDouble("D"));
    }

    [Fact]
    public void Columns_KeysAmongThem()
    {
        var row = new TableEntity("p", "r") { ["A"] = 1 };

        Assert.Equal(3, row.Count);
        Assert.Equal(["A", "PartitionKey", "RowKey"], row.Keys.Order(StringComparer.Ordinal));
        Assert.True(row.TryGetValue("A", out var value) && value is 1);
        Assert.True(row.Remove("A"));
        Assert.False(row.ContainsKey("A"));
    }

    [Fact]
    public void ETag_Set_IsReadBack()
    {
        var row = new TableEntity("p", "r") { ETag = new ETag("W/\"x\"") };

        Assert.Equal(new ETag("W/\"x\""), row.ETag);
    }

    [Fact]
    public void Constructor_Columns_AreCopied()
    {
        var columns = new Dictionary<string, object> { ["PartitionKey"] = "p", ["A"] = "x" };

        var row = new TableEntity(columns);
        columns["A"] = "y";

        Assert.Equal(("p", "x"), (row.PartitionKey, row.GetString("A")));
    }
}
