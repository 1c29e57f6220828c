using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>The rows of one complaint, and what a stranger does to them.</summary>
internal sealed class DocketRows(TableClient docket, Election election, string id)
{
    private readonly string partition = Reference.Parse(id).IsAllowed(out var reference) ? $"{election.Id}~{reference.Shard}" : "";

    public string Id => id;

    public string Head => $"c:{id}";

    public string EndOfReads => $"v:{id}";

    public string Read(int seq) => string.Create(CultureInfo.InvariantCulture, $"v:{id}:{seq:D6}");

    public string Event(int seq) => string.Create(CultureInfo.InvariantCulture, $"h:{id}:{seq:D6}");

    public async Task SetAsync(string key, string column, object value)
    {
        var row = await ReadAsync(key);
        Assert.NotEqual(value, row[column]);
        row[column] = value;
        await WriteAsync(row);
    }

    /// <summary>Changes a text, of one length with the old, inside a binary column.</summary>
    public async Task ChangeAsync(string key, string column, string old, string with)
    {
        var row = await ReadAsync(key);
        var text = Encoding.UTF8.GetString(row.GetBinary(column));
        Assert.Contains(old, text, StringComparison.Ordinal);
        row[column] = Encoding.UTF8.GetBytes(text.Replace(old, with, StringComparison.Ordinal));
        await WriteAsync(row);
    }

    public async Task CopyAsync(string from, string to) => await WriteAsync(await ReadAsync(from), to);

    public async Task ExchangeAsync(string one, string other)
    {
        var (first, second) = (await ReadAsync(one), await ReadAsync(other));
        await WriteAsync(first, other);
        await WriteAsync(second, one);
    }

    public Task RemoveAsync(string key) => docket.DeleteEntityAsync(partition, key, ETag.All, TestContext.Current.CancellationToken);

    public async Task<TableEntity> ReadAsync(string key) =>
        (await docket.GetEntityAsync<TableEntity>(partition, key, cancellationToken: TestContext.Current.CancellationToken)).Value;

    public async Task WriteAsync(TableEntity row, string? key = null)
    {
        row.RowKey = key ?? row.RowKey;
        await docket.UpsertEntityAsync(row, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }
}
