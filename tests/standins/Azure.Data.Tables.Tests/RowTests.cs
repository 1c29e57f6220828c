using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

public sealed class RowTests(TestStorage storage) : WithTable(storage)
{
    [Fact]
    public async Task AddEntity_NewRow_AnswersWithItsVersion()
    {
        var answer = await Table.AddEntityAsync(new TableEntity("p", "r") { ["Stage"] = "Lodged" }, Stop);

        Assert.Equal(204, answer.Status);
        var row = await ReadAsync("p", "r");
        Assert.Equal(answer.Headers.ETag, row.ETag);
        Assert.Equal("Lodged", row.GetString("Stage"));
        Assert.NotNull(row.Timestamp);
    }

    [Fact]
    public async Task AddEntity_RowThatExists_Is409()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"), Stop);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal(409, refusal.Status);
        Assert.Equal("EntityAlreadyExists", refusal.ErrorCode);
        Assert.True(refusal.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task GetEntity_MissingRow_Is404()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync("p", "none"));

        Assert.Equal(404, refusal.Status);
        Assert.Equal("ResourceNotFound", refusal.ErrorCode);
    }

    [Fact]
    public async Task GetEntity_MissingTable_Is404()
    {
        var table = new TableClient(Storage.ConnectionString, TestStorage.NewName("missing"));

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Stop));

        Assert.Equal(404, refusal.Status);
    }

    [Fact]
    public async Task GetEntityIfExists_MissingRow_HasNoValue()
    {
        var answer = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none", cancellationToken: Stop);

        Assert.False(answer.HasValue);
        Assert.Equal(404, answer.GetRawResponse().Status);
        Assert.ThrowsAny<InvalidOperationException>(() => answer.Value);
    }

    [Fact]
    public async Task GetEntityIfExists_Row_HasValue()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["N"] = 5 }, Stop);

        var answer = await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Stop);

        Assert.True(answer.HasValue);
        Assert.Equal(5, answer.Value!.GetInt32("N"));
    }

    [Fact]
    public async Task GetEntity_SelectedColumns_ReadsOnlyThese()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 }, Stop);

        var row = (await Table.GetEntityAsync<TableEntity>("p", "r", ["B"], Stop)).Value;

        Assert.Equal(2, row.GetInt32("B"));
        Assert.False(row.ContainsKey("A"));
        Assert.False(row.ContainsKey("PartitionKey"));
    }

    [Fact]
    public async Task UpdateEntity_StaleVersion_Is412()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"), Stop);
        var stale = (await ReadAsync("p", "r")).ETag;
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, TableUpdateMode.Replace, Stop);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "r") { ["N"] = 2 }, stale, TableUpdateMode.Replace, Stop));

        Assert.Equal(412, refusal.Status);
        Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("N"));
    }

    [Fact]
    public async Task UpdateEntity_CurrentVersion_AnswersWithTheNext()
    {
        var added = await Table.AddEntityAsync(new TableEntity("p", "r"), Stop);

        var updated = await Table.UpdateEntityAsync(
            new TableEntity("p", "r") { ["N"] = 2 }, added.Headers.ETag!.Value, TableUpdateMode.Replace, Stop);

        Assert.NotEqual(added.Headers.ETag, updated.Headers.ETag);
        Assert.Equal(updated.Headers.ETag, (await ReadAsync("p", "r")).ETag);
    }

    [Fact]
    public async Task UpdateEntity_MissingRow_Is404()
    {
        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All, TableUpdateMode.Replace, Stop));

        Assert.Equal(404, refusal.Status);
    }

    [Fact]
    public async Task UpdateEntity_DefaultVersion_IsRefusedBeforeItIsSent() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Table.UpdateEntityAsync(new TableEntity("p", "r"), default, cancellationToken: Stop));

    [Theory]
    [InlineData(TableUpdateMode.Merge, true)]
    [InlineData(TableUpdateMode.Replace, false)]
    public async Task UpdateEntity_ColumnNotGiven_StaysOnlyWithMerge(TableUpdateMode mode, bool stays)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Old"] = "x" }, Stop);

        await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["New"] = "y" }, ETag.All, mode, Stop);

        Assert.Equal(stays, (await ReadAsync("p", "r")).ContainsKey("Old"));
    }

    [Fact]
    public async Task UpsertEntity_Twice_InsertsThenMerges()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, cancellationToken: Stop);
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, cancellationToken: Stop);

        var row = await ReadAsync("p", "r");
        Assert.Equal(1, row.GetInt32("A"));
        Assert.Equal(2, row.GetInt32("B"));
    }

    [Fact]
    public async Task DeleteEntity_NoVersion_DeletesWhateverTheVersion()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"), Stop);

        var answer = await Table.DeleteEntityAsync("p", "r", cancellationToken: Stop);

        Assert.Equal(204, answer.Status);
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task DeleteEntity_MissingRow_AnswersWith404AndDoesNotThrow() =>
        Assert.Equal(404, (await Table.DeleteEntityAsync(new TableEntity("p", "none"), cancellationToken: Stop)).Status);

    [Fact]
    public async Task DeleteEntity_StaleVersion_Is412()
    {
        var added = await Table.AddEntityAsync(new TableEntity("p", "r"), Stop);
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["N"] = 1 }, cancellationToken: Stop);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(
            () => Table.DeleteEntityAsync("p", "r", added.Headers.ETag!.Value, Stop));

        Assert.Equal(412, refusal.Status);
        Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
    }

    [Theory]
    [InlineData("o'Neill", "it''s")]
    [InlineData("a b", "100%25")]
    [InlineData("kz-2021~f", "w:20210105T090000000Z:kz21p-4f7k")]
    [InlineData("Әлия", "шағым №7")]
    [InlineData("&=+;,@!$()*", "[{}]|^~`")]
    [InlineData("", "empty partition")]
    public async Task Keys_AnyLetters_FindTheSameRow(string partition, string row)
    {
        await Table.AddEntityAsync(new TableEntity(partition, row) { ["N"] = 1 }, Stop);
        await Table.UpsertEntityAsync(new TableEntity(partition, row) { ["N"] = 2 }, TableUpdateMode.Replace, Stop);
        await Table.UpdateEntityAsync(new TableEntity(partition, row) { ["M"] = 3 }, ETag.All, TableUpdateMode.Merge, Stop);

        var read = await ReadAsync(partition, row);
        Assert.Equal((partition, row, 2, 3), (read.PartitionKey, read.RowKey, read.GetInt32("N"), read.GetInt32("M")));
        Assert.Single(await QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}")));

        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, new TableEntity(partition, row) { ["N"] = 4 })], Stop);
        Assert.Equal(4, (await ReadAsync(partition, row)).GetInt32("N"));

        Assert.Equal(204, (await Table.DeleteEntityAsync(partition, row, cancellationToken: Stop)).Status);
    }
}
