using Azure;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

public sealed class TableTests(TestStorage storage) : WithTable(storage)
{
    private TableServiceClient Service => new(Storage.ConnectionString);

    [Fact]
    public async Task CreateAsync_TableThatExists_Is409()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.CreateAsync(Stop));

        Assert.Equal(409, refusal.Status);
        Assert.Equal("TableAlreadyExists", refusal.ErrorCode);
    }

    [Fact]
    public async Task CreateIfNotExists_TableThatExists_IsFine()
    {
        var byTable = await Table.CreateIfNotExistsAsync(Stop);
        var byService = await Service.CreateTableIfNotExistsAsync(Table.Name, Stop);

        Assert.Equal((409, Table.Name), (byTable.GetRawResponse().Status, byTable.Value.Name));
        Assert.Equal((409, Table.Name), (byService.GetRawResponse().Status, byService.Value.Name));
    }

    [Fact]
    public async Task Query_Filter_GivesTheTableOfThatName()
    {
        var tables = new List<string>();

        await foreach (var table in Service.QueryAsync(TableClient.CreateQueryFilter($"TableName eq {Table.Name}"), cancellationToken: Stop))
        {
            tables.Add(table.Name);
        }

        Assert.Equal([Table.Name], tables);
    }

    [Fact]
    public async Task DeleteTable_ThenAgain_Is204Then404()
    {
        var name = TestStorage.NewName("deleted");
        await Service.CreateTableAsync(name, Stop);

        Assert.Equal(204, (await Service.DeleteTableAsync(name, Stop)).Status);
        Assert.Equal(404, (await Service.GetTableClient(name).DeleteAsync(Stop)).Status);
    }

    [Fact]
    public void GetTableClient_Name_TellsNameAndAccount()
    {
        var table = Service.GetTableClient("somewhere");

        Assert.Equal("somewhere", table.Name);
        Assert.Equal(Service.AccountName, table.AccountName);
        Assert.EndsWith("/somewhere", table.Uri.AbsoluteUri, StringComparison.Ordinal);
    }
}
