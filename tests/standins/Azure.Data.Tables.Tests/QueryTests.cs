using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

public sealed class QueryTests(TestStorage storage) : WithTable(storage)
{
    [Fact]
    public async Task Query_MoreRowsThanAPage_GivesThemAllInOrder()
    {
        await FillAsync(1_150);

        var rows = await QueryAsync();

        Assert.Equal(Enumerable.Range(0, 1_150), rows.Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task Query_MaxPerPage_CutsPagesOfThatSize()
    {
        await FillAsync(25);

        var pages = await PagesAsync(Table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: Stop).AsPages());

        Assert.Equal([10, 10, 5], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
    }

    [Fact]
    public async Task AsPages_ContinuationToken_GoesOnWhereThePageEnded()
    {
        await FillAsync(25);
        var first = (await PagesAsync(Table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: Stop).AsPages()))[0];

        var rest = await PagesAsync(Table.QueryAsync<TableEntity>(cancellationToken: Stop).AsPages(first.ContinuationToken, 100));

        Assert.Equal(Enumerable.Range(10, 15), rest.SelectMany(page => page.Values).Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task Query_RangeOfKeys_GivesTheRowsWithin()
    {
        await FillAsync(25);

        var rows = await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {"0010"} and RowKey lt {"0013"}"));

        Assert.Equal(["0010", "0011", "0012"], rows.Select(row => row.RowKey));
    }

    [Fact]
    public async Task Query_Select_ReadsOnlyTheseColumns()
    {
        await FillAsync(1);

        var row = Assert.Single(await QueryAsync(select: ["RowKey", "Number"]));

        Assert.Equal(("0000", 0), (row.RowKey, row.GetInt32("Number")));
        Assert.Null(row.PartitionKey);
        Assert.False(row.ContainsKey("Other"));
    }

    [Fact]
    public async Task Query_ValueWithApostrophes_IsAValueAndNoFilter()
    {
        await Table.AddEntityAsync(new TableEntity("p", "a") { ["Name"] = "O'Neill" }, Stop);
        await Table.AddEntityAsync(new TableEntity("p", "b") { ["Name"] = "Other" }, Stop);

        Assert.Equal("a", Assert.Single(await QueryAsync(TableClient.CreateQueryFilter($"Name eq {"O'Neill"}"))).RowKey);
        Assert.Empty(await QueryAsync(TableClient.CreateQueryFilter($"Name eq {"x' or Name ne 'x"}")));
    }

    [Fact]
    public async Task Query_ValuesOfEveryKind_AreCompared()
    {
        var id = Guid.NewGuid();
        var at = new DateTimeOffset(2021, 1, 10, 10, 0, 0, TimeSpan.FromHours(6));
        await Table.AddEntityAsync(
            new TableEntity("p", "r") { ["B"] = true, ["I"] = 7, ["L"] = 5_000_000_000L, ["D"] = 0.5, ["G"] = id, ["T"] = at }, Stop);

        var hit = TableClient.CreateQueryFilter($"B eq {true} and I eq {7} and L gt {4_999_999_999L} and D lt {0.75} and G eq {id} and T eq {at}");
        var miss = TableClient.CreateQueryFilter($"T gt {at}");

        Assert.Single(await QueryAsync(hit));
        Assert.Empty(await QueryAsync(miss));
    }

    [Fact]
    public async Task Query_FilterThatIsNone_IsRefusedWhenEnumerated()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => QueryAsync("this is no filter"));

        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void CreateQueryFilter_Values_AreQuotedEscapedAndTyped()
    {
        var id = Guid.Parse("0b9e5f5e-7c8d-4f0a-9d6e-3f1a2b4c5d6e");
        var at = new DateTimeOffset(2021, 1, 10, 10, 0, 0, TimeSpan.FromHours(6));

        Assert.Equal("A eq 'O''Neill'", TableClient.CreateQueryFilter($"A eq {"O'Neill"}"));
        Assert.Equal("A eq true and B eq 5 and C eq 6L", TableClient.CreateQueryFilter($"A eq {true} and B eq {5} and C eq {6L}"));
        Assert.Equal("A eq guid'0b9e5f5e-7c8d-4f0a-9d6e-3f1a2b4c5d6e'", TableClient.CreateQueryFilter($"A eq {id}"));
        Assert.Equal("A eq datetime'2021-01-10T04:00:00Z'", TableClient.CreateQueryFilter($"A eq {at}"));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));
    }

    private static async Task<List<Page<TableEntity>>> PagesAsync(IAsyncEnumerable<Page<TableEntity>> pages)
    {
        var all = new List<Page<TableEntity>>();

        await foreach (var page in pages)
        {
            all.Add(page);
        }

        return all;
    }

    private async Task FillAsync(int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await Table.SubmitTransactionAsync(chunk.Select(Add), Stop);
        }
    }

    private static TableTransactionAction Add(int number) => new(
        TableTransactionActionType.Add,
        new TableEntity("p", number.ToString("D4", CultureInfo.InvariantCulture)) { ["Number"] = number, ["Other"] = "x" });
}
