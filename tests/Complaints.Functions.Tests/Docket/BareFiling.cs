using System.Diagnostics;
using Azure.Data.Tables;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket;

/// <summary>
/// The storage calls that a filing cannot do without, made with a table client alone: seal and record, then read and lodge. Their rows are those that
/// the tracker wrote for a complaint before, under keys of their own.
/// </summary>
internal sealed class BareFiling
{
    private readonly StorageAccount account;
    private readonly IReadOnlyList<TableEntity> vault;
    private readonly IReadOnlyList<TableEntity> docket;
    private readonly string id;

    private BareFiling(StorageAccount account, string id, IReadOnlyList<TableEntity> vault, IReadOnlyList<TableEntity> docket)
    {
        this.account = account;
        this.id = id;
        this.vault = vault;
        this.docket = docket;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Takes the rows of a complaint that has been recorded and lodged.</summary>
    public static async Task<BareFiling> LikeAsync(string storage, string id)
    {
        var from = new StorageAccount(storage);
        var texts = await from.Vault.QueryAsync<TableEntity>(cancellationToken: Stop).Where(row => row.PartitionKey == id).ToListAsync(Stop);
        var rows = await from.Docket.QueryAsync<TableEntity>(cancellationToken: Stop)
            .Where(row => row.RowKey.Contains(id, StringComparison.Ordinal)).ToListAsync(Stop);
        return new BareFiling(from, id, texts, rows);
    }

    /// <summary>Makes the calls once, and says how long recording and lodging took.</summary>
    public async Task<(TimeSpan Record, TimeSpan Lodge)> RunAsync(int number)
    {
        var name = $"bare-{number}";
        var started = Stopwatch.GetTimestamp();
        await account.Vault.SubmitTransactionAsync(vault.Select(row => Action(TableTransactionActionType.Add, Copy(row, name, row.RowKey))), Stop);
        var recorded = await account.Docket.SubmitTransactionAsync(
            [Add("c:", name), Add(":000001", name), Put("w:", name, "before"), Put("n:", name, "1")], Stop);
        var between = Stopwatch.GetTimestamp();
        var head = await account.Docket.GetEntityAsync<TableEntity>(name, Find("c:").RowKey, cancellationToken: Stop);
        await account.Docket.SubmitTransactionAsync(
            [
                Add(":000002", name),
                new TableTransactionAction(TableTransactionActionType.UpdateReplace, Copy(Find("c:"), name), head.Value.ETag),
                Action(TableTransactionActionType.Delete, Copy(Find("w:"), name, "w:before")),
                Put("w:", name, "after"),
                Put("n:", name, "2"),
            ],
            Stop);
        Assert.Equal(4, recorded.Value.Count);
        return (Stopwatch.GetElapsedTime(started, between), Stopwatch.GetElapsedTime(between));
    }

    private static TableTransactionAction Action(TableTransactionActionType type, TableEntity row) => new(type, row);

    private static TableEntity Copy(TableEntity row, string partition, string? key = null)
    {
        var copy = new TableEntity(partition, key ?? row.RowKey);

        foreach (var (column, value) in row.Where(each => each.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")))
        {
            copy[column] = value;
        }

        return copy;
    }

    private TableTransactionAction Add(string which, string name) => Action(TableTransactionActionType.Add, Copy(Find(which), name));

    private TableTransactionAction Put(string which, string name, string suffix) =>
        Action(TableTransactionActionType.UpsertReplace, Copy(Find(which), name, which + suffix));

    private TableEntity Find(string which) =>
        docket.Last(row => row.RowKey.StartsWith(which, StringComparison.Ordinal) || row.RowKey == $"h:{id}{which}");
}
