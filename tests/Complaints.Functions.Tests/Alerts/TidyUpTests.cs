using System.Globalization;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;
using Complaints.Storage.Vault;
using NodaTime;

namespace Complaints.Functions.Tests.Alerts;

/// <summary>What was sealed for an event that never came is gone two days later; what is on record stays, and what cannot be told stays as well.</summary>
public sealed class TidyUpTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly string InTwoDays = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tidy_SealedForNothing_IsRemovedAndWhatIsOnRecordStays()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(tracker, election);
        var kept = await SealedAsync(complaint.Id);
        var vault = new VaultStore(new StorageAccount(storage.Direct).Vault, VaultKeys.Parse("development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE="));
        var never = Reference.Draw(election.Code, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), new byte[32]).Id;
        await vault.SealAsync(never, "narrative", "Never recorded.", Stop);
        await vault.SealAsync(complaint.Id, "file:0123456789abcdef", "never recorded.pdf", Stop);
        await vault.SealAsync("zz99-00000000-0", "narrative", "Of an election that nobody knows.", Stop);

        await TidyAsync(tracker);
        Assert.Equal(2, (await SealedAsync(never)).Count);

        await tracker.SetClockAsync(InTwoDays);
        await TidyAsync(tracker);

        Assert.Empty(await SealedAsync(never));
        Assert.Equal(kept, await SealedAsync(complaint.Id));
        Assert.Equal(2, (await SealedAsync("zz99-00000000-0")).Count);
    }

    [Fact]
    public async Task Tidy_AHeadIsMissing_LeavesTheTextsAlone()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(tracker, election);
        var rows = new DocketRows(new StorageAccount(storage.Direct).Docket, election, complaint.Id);
        await rows.RemoveAsync(rows.Head);
        var kept = await SealedAsync(complaint.Id);
        await tracker.SetClockAsync(InTwoDays);

        await TidyAsync(tracker);

        Assert.Equal(kept, await SealedAsync(complaint.Id));
    }

    private static async Task TidyAsync(Tracker tracker)
    {
        int Runs() => tracker.Process.Lines.All.Count(line => line.Contains("Tidied up:", StringComparison.Ordinal));
        var before = Runs();
        await tracker.RunTimerAsync("TidyUp");
        await Tracker.UntilAsync(() => Task.FromResult(Runs() > before));
    }

    private async Task<IReadOnlyList<string>> SealedAsync(string id) =>
        await new StorageAccount(storage.Direct).Vault.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: Stop)
            .Select(row => $"{row.RowKey} {row.ETag}").ToListAsync(Stop);
}
