using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

/// <summary>A class of tests with a table of its own for each test.</summary>
public abstract class WithTable(TestStorage storage) : IAsyncLifetime
{
    private TableClient? _table;

    protected TestStorage Storage { get; } = storage;

    protected TableClient Table => _table ?? throw new InvalidOperationException("The table has not been made yet.");

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _table = new TableClient(Storage.ConnectionString, TestStorage.NewName("contract"));
        await Table.CreateAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Table.DeleteAsync(CancellationToken.None);
    }

    protected async Task<TableEntity> ReadAsync(string partition, string row) =>
        (await Table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: Stop)).Value;

    protected async Task<List<TableEntity>> QueryAsync(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null)
    {
        var rows = new List<TableEntity>();

        await foreach (var row in Table.QueryAsync<TableEntity>(filter, maxPerPage, select, Stop))
        {
            rows.Add(row);
        }

        return rows;
    }
}
