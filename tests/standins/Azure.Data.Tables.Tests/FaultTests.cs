using Azure;
using Azure.Data.Tables;
using Complaints.TestKit;

namespace Complaints.StandIns.Tables.Tests;

/// <summary>What the client does when the network or the service fails it.</summary>
public sealed class FaultTests(TestStorage storage) : WithTable(storage)
{
    private static readonly TableEntity Row = new("p", "r") { ["N"] = 1 };

    [Theory]
    [InlineData(Fault.Unavailable)]
    [InlineData(Fault.Reset)]
    public async Task AnyRequest_FailsThreeTimes_SucceedsAtTheFourth(Fault fault)
    {
        await using var proxy = await ProxyAsync();
        var table = Through(proxy);

        proxy.Next(fault, 3);
        await table.AddEntityAsync(Row, Stop);
        proxy.Next(fault, 3);
        await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Stop);
        proxy.Next(fault, 3);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, Row)], Stop);

        Assert.Equal(12, proxy.Seen.Count);
    }

    [Fact]
    public async Task AnyRequest_UnavailableFourTimes_IsGivenUpWith503()
    {
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.Unavailable, 4);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Through(proxy).AddEntityAsync(Row, Stop));

        Assert.Equal(503, refusal.Status);
        Assert.Equal(4, proxy.Seen.Count);
    }

    [Fact]
    public async Task AnyRequest_ResetFourTimes_IsGivenUpWithTheFailuresOfEachTry()
    {
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.Reset, 4);

        var failure = await Assert.ThrowsAsync<AggregateException>(() => Through(proxy).AddEntityAsync(Row, Stop));

        Assert.All(failure.InnerExceptions, e => Assert.Equal(0, Assert.IsType<RequestFailedException>(e).Status));
        Assert.Equal(4, proxy.Seen.Count);
    }

    [Fact]
    public async Task AnyRequest_RefusedByTheService_IsNotTriedAgain()
    {
        await using var proxy = await ProxyAsync();
        await Table.AddEntityAsync(Row, Stop);

        await Assert.ThrowsAsync<RequestFailedException>(() => Through(proxy).AddEntityAsync(Row, Stop));

        Assert.Single(proxy.Seen);
    }

    [Fact]
    public async Task AddEntity_AnswerLost_MeetsItsOwnRow()
    {
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.AnswerLost);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Through(proxy).AddEntityAsync(Row, Stop));

        Assert.Equal((409, "EntityAlreadyExists"), (refusal.Status, refusal.ErrorCode));
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("N"));
    }

    [Fact]
    public async Task SubmitTransaction_AnswerLost_MeetsItsOwnRows()
    {
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.AnswerLost);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Through(proxy).SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, Row), new(TableTransactionActionType.Add, new TableEntity("p", "s"))], Stop));

        Assert.Equal((409, "EntityAlreadyExists", 0), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(2, (await QueryAsync()).Count);
    }

    [Fact]
    public async Task SubmitTransaction_AnswerOfAnUpdateLost_MeetsItsOwnVersion()
    {
        var version = (await Table.AddEntityAsync(Row, Stop)).Headers.ETag!.Value;
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.AnswerLost);

        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Through(proxy).SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r") { ["N"] = 2 }, version)], Stop));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refusal.Status, refusal.ErrorCode));
        Assert.Equal(2, (await ReadAsync("p", "r")).GetInt32("N"));
    }

    [Fact]
    public async Task AnyRequest_Cancelled_EndsAtOnceAndIsNotTriedAgain()
    {
        await using var proxy = await ProxyAsync();
        proxy.Next(Fault.Delay);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var request = Through(proxy).AddEntityAsync(Row, cancellation.Token);
        await proxy.WaitForAsync(1, Stop);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Single(proxy.Seen);
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task Query_CancelledBetweenPages_Ends()
    {
        await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 20).Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{n:D2}"))), Stop);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Table.QueryAsync<TableEntity>(maxPerPage: 10, cancellationToken: cancellation.Token))
            {
                seen++;
                await cancellation.CancelAsync();
            }
        });

        Assert.Equal(10, seen);
    }

    private Task<FaultyProxy> ProxyAsync() => FaultyProxy.StartAsync(Table.Uri, cancellationToken: Stop);

    /// <summary>The retries are the usual ones, their pauses shorter.</summary>
    private TableClient Through(FaultyProxy proxy) => new(
        proxy.Through(Storage.ConnectionString),
        Table.Name,
        new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(5) } });
}
