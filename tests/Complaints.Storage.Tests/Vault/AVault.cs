using System.Security.Cryptography;
using Azure.Data.Tables;
using Complaints.Storage.Vault;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Vault;

/// <summary>A vault on a table of its own, with the table at hand to look behind it and to tamper.</summary>
internal sealed class AVault
{
    private readonly string connection;

    private AVault(string connection, TableClient table, VaultKeys keys)
    {
        this.connection = connection;
        Table = table;
        Store = new VaultStore(table, keys);
    }

    public TableClient Table { get; }

    public VaultStore Store { get; }

    public static async Task<AVault> MakeAsync(TestStorage storage, VaultKeys? keys = null)
    {
        var table = new TableClient(storage.ConnectionString, TestStorage.NewName("vault"));
        await table.CreateAsync(TestContext.Current.CancellationToken);
        return new AVault(storage.ConnectionString, table, keys ?? Keys("k1"));
    }

    /// <summary>Another store on the same table, as another process would have it.</summary>
    public VaultStore With(VaultKeys keys) => new(Table, keys);

    /// <summary>Its table, reached through a proxy.</summary>
    public TableClient Through(FaultyProxy proxy) => new(proxy.Through(connection), Table.Name);

    /// <summary>Keys of these names, each of fresh random bytes.</summary>
    public static VaultKeys Keys(params string[] ids) => VaultKeys.Parse(string.Join(',', ids.Select(Entry)));

    public static string Entry(string id) => $"{id}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public async Task<TableEntity> RowAsync(string complaintId, string rowKey) =>
        (await Table.GetEntityAsync<TableEntity>(complaintId, rowKey, cancellationToken: TestContext.Current.CancellationToken)).Value;

    public async Task<IReadOnlyList<TableEntity>> RowsAsync() =>
        await Table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>Puts the columns of a row under other keys, as somebody with access to the table could.</summary>
    public async Task MoveAsync(TableEntity row, string complaintId, string rowKey)
    {
        var moved = new TableEntity(complaintId, rowKey);

        foreach (var (name, value) in row.Where(column => column.Value is byte[] || column.Key == "WrappedBy"))
        {
            moved[name] = value;
        }

        await ReplaceAsync(moved);
    }

    public Task ReplaceAsync(TableEntity row) =>
        Table.UpsertEntityAsync(row, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
}
