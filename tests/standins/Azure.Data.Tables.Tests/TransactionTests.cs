using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

public sealed class TransactionTests(TestStorage storage) : WithTable(storage)
{
    [Fact]
    public async Task SubmitTransaction_HundredRows_CommitsAllAndAnswersEach()
    {
        var rows = Enumerable.Range(0, 100).Select(Row).ToList();

        var answers = (await Table.SubmitTransactionAsync(rows.Select(Add), Stop)).Value;

        Assert.Equal(100, answers.Count);
        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        var stored = await QueryAsync();
        Assert.Equal(100, stored.Count);
        Assert.Equal(stored.Select(row => row.ETag), answers.Select(answer => answer.Headers.ETag!.Value));
    }

    [Fact]
    public async Task SubmitTransaction_OneChangeRefused_ChangesNothingAndNamesIt()
    {
        await Table.AddEntityAsync(Row(3), Stop);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync(Enumerable.Range(0, 6).Select(Row).Select(Add), Stop));

        Assert.Equal(409, refusal.Status);
        Assert.Equal("EntityAlreadyExists", refusal.ErrorCode);
        Assert.Equal(3, refusal.FailedTransactionActionIndex);
        Assert.Single(await QueryAsync());
    }

    [Fact]
    public async Task SubmitTransaction_StaleVersion_Is412AndRollsBack()
    {
        var added = await Table.AddEntityAsync(Row(0), Stop);
        await Table.UpsertEntityAsync(Row(0), TableUpdateMode.Replace, Stop);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [Add(Row(1)), new(TableTransactionActionType.UpdateReplace, Row(0), added.Headers.ETag!.Value)], Stop));

        Assert.Equal(412, refusal.Status);
        Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
        Assert.Equal(1, refusal.FailedTransactionActionIndex);
        Assert.Single(await QueryAsync());
    }

    [Fact]
    public async Task SubmitTransaction_EveryKindOfChange_DoesEach()
    {
        var version = (await Table.AddEntityAsync(new TableEntity("p", "merge") { ["Old"] = 1 }, Stop)).Headers.ETag!.Value;
        await Table.AddEntityAsync(new TableEntity("p", "replace") { ["Old"] = 1 }, Stop);
        await Table.AddEntityAsync(new TableEntity("p", "delete"), Stop);

        await Table.SubmitTransactionAsync(
            [
                Add(new TableEntity("p", "add")),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "merge") { ["New"] = 2 }, version),
                new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "replace") { ["New"] = 2 }, ETag.All),
                new(TableTransactionActionType.Delete, new TableEntity("p", "delete")),
                new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "upsertMerge")),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "upsertReplace")),
            ],
            Stop);

        var rows = (await QueryAsync()).ToDictionary(row => row.RowKey);
        Assert.Equal(["add", "merge", "replace", "upsertMerge", "upsertReplace"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.True(rows["merge"].ContainsKey("Old"));
        Assert.False(rows["replace"].ContainsKey("Old"));
        Assert.Equal(2, rows["merge"].GetInt32("New"));
    }

    [Fact]
    public async Task SubmitTransaction_DeleteOfMissingRow_FailsUnlikeASingleDelete()
    {
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync([Add(Row(0)), new(TableTransactionActionType.Delete, Row(1))], Stop));

        Assert.Equal(404, refusal.Status);
        Assert.Empty(await QueryAsync());
    }

    /// <summary>
    /// Only that the client lets it pass. What comes of it no test here can show: Azure refuses it with 400, the emulator carries it out. Whoever must
    /// not send it has to check it before.
    /// </summary>
    [Fact]
    public async Task SubmitTransaction_TwoPartitions_IsSentUnchecked()
    {
        await using var proxy = await FaultyProxy.StartAsync(Table.Uri, cancellationToken: Stop);
        proxy.Next(Fault.Unavailable);
        var once = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var table = new TableClient(proxy.Through(Storage.ConnectionString), Table.Name, once);

        await Assert.ThrowsAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync([Add(new TableEntity("p", "r")), Add(new TableEntity("q", "r"))], Stop));

        Assert.EndsWith("/$batch", Assert.Single(proxy.Seen).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitTransaction_OneRowTwice_IsRefusedByTheService()
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => Table.SubmitTransactionAsync([Add(Row(0)), new(TableTransactionActionType.UpsertReplace, Row(0))], Stop));

        Assert.Equal(400, refusal.Status);
        Assert.Equal("InvalidDuplicateRow", refusal.ErrorCode);
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task SubmitTransaction_Nothing_IsRefusedBeforeItIsSent() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([], Stop));

    [Fact]
    public async Task SubmitTransaction_TextThatLooksLikeTheWire_IsStoredAsItIs()
    {
        const string Text = "line\r\n--changeset_x--\r\nHTTP/1.1 500 {\"a\":1}\r\n\r\nКазақша: әңғүұқөһ і 📮 POST http://x/";

        await Table.SubmitTransactionAsync([Add(new TableEntity("p", "r") { ["Text"] = Text }), Add(Row(1))], Stop);

        Assert.Equal(Text, (await ReadAsync("p", "r")).GetString("Text"));
    }

    private static TableEntity Row(int number) =>
        new("p", number.ToString("D4", CultureInfo.InvariantCulture)) { ["Number"] = number };

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
