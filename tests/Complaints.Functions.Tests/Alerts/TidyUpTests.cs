using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.Storage.Vault;
using Complaints.TestKit;
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
    public async Task Tidy_ANoteThatNoEventStandsBehind_IsRemovedAndItsKeyStaysForTheNext()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var complaint = await ACase.DecidedAsync(tracker, await tracker.AnElectionAsync());
        var retaliation = new VaultStore(new StorageAccount(storage.Direct).Retaliation, VaultKeys.Parse("development:YW5vdGhlci1vbmUtZm9yLWRldmVsb3BtZW50LW9ubHk="));
        await retaliation.SealAsync(complaint.Id, "note:0123456789abcdef", "Never recorded.", Stop);
        await tracker.SetClockAsync(InTwoDays);

        await TidyAsync(tracker);

        Assert.Null(await retaliation.OpenAsync(complaint.Id, "note:0123456789abcdef", Stop));
        await retaliation.SealAsync(complaint.Id, "note:fedcba9876543210", "Fined after the hearing.", Stop);
        var left = await new StorageAccount(storage.Direct).Retaliation.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {complaint.Id}"), cancellationToken: Stop).Select(row => row.RowKey).ToListAsync(Stop);
        Assert.Equal(["i:note:fedcba9876543210", "key"], left);
        Assert.Equal("Fined after the hearing.", await retaliation.OpenAsync(complaint.Id, "note:fedcba9876543210", Stop));
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

    [Fact]
    public async Task Tidy_AHeadIsMissing_LeavesItsDocumentAlone()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(tracker, election);
        var waiting = await UnplaceAsync(election, complaint.Id);
        var rows = new DocketRows(new StorageAccount(storage.Direct).Docket, election, complaint.Id);
        await rows.RemoveAsync(rows.Head);
        await tracker.SetClockAsync(InTwoDays);

        await TidyAsync(tracker);

        Assert.True(await waiting.ExistsAsync(Stop));
    }

    [Fact]
    public async Task Tidy_ThingsThatCannotBeSeenTo_DoNotKeepTheOthersWaiting()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var election = await tracker.AnElectionAsync();
        var (damaged, other) = (await ACase.DecidedAsync(tracker, election), await ACase.DecidedAsync(tracker, election));
        var (stuck, waiting) = (await UnplaceAsync(election, damaged.Id), await UnplaceAsync(election, other.Id));
        var account = new StorageAccount(storage.Direct);
        var rows = new DocketRows(account.Docket, election, damaged.Id);
        await rows.ChangeAsync(rows.Head, "Snapshot", "{", "");

        // An erasure that was put there with another hand, in every shard, and one that is owed, behind it.
        var erased = await ACase.DecidedAsync(tracker, election);
        foreach (var shard in DueStore.Shards)
        {
            await account.Docket.UpsertEntityAsync(new TableEntity($"{election.Id}~{shard}", "e:!No Complaint"), cancellationToken: Stop);
            await account.Docket.UpsertEntityAsync(new TableEntity($"{election.Id}~{shard}", $"e:{erased.Id}"), cancellationToken: Stop);
        }

        await tracker.SetClockAsync(InTwoDays);

        await TidyAsync(tracker);

        Assert.True(await stuck.ExistsAsync(Stop));
        Assert.False(await waiting.ExistsAsync(Stop));
        Assert.True(await account.Evidence.GetBlobClient($"{election.Id}/{other.Id}/1").ExistsAsync(Stop));
        Assert.False(await account.Evidence.GetBlobClient($"{election.Id}/{erased.Id}/1").ExistsAsync(Stop));
        await tracker.Process.Lines.FindAsync($"{damaged.Id} could not be tidied up", Stop);
        await tracker.Process.Lines.FindAsync("Not all could be tidied up", Stop);
    }

    [Fact]
    public async Task Tidy_TablesThatDoNotAnswer_DoNotKeepTheOthersWaiting()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var election = await tracker.AnElectionAsync();
        var waiting = await UnplaceAsync(election, (await ACase.DecidedAsync(tracker, election)).Id);
        await tracker.SetClockAsync(InTwoDays);
        string[] failing = ["'~attempts'", "/answers", $"'{election.Id}~0' and RowKey ge 'n:", $"'{election.Id}~1' and RowKey ge 'e:"];
        storage.Proxy.Meets = (method, target) => method == "GET" && Array.Exists(failing, each => Uri.UnescapeDataString(target.Replace('+', ' ')).Contains(each, StringComparison.Ordinal));
        storage.Proxy.AtRandom(1, 0, Fault.Unavailable);

        await TidyAsync(tracker);
        storage.Proxy.Heal();

        Assert.False(await waiting.ExistsAsync(Stop));
        Assert.All(
            ["attempts", "answers", $"{election.Id}/0", $"{election.Id}/1"],
            each => Assert.Contains(tracker.Process.Lines.All, line => line.Contains($"{each} could not be tidied up", StringComparison.Ordinal)));
    }

    /// <summary>Puts a complaint's document back to where it lay before it was placed, two days ago.</summary>
    private async Task<BlobClient> UnplaceAsync(Election election, string id)
    {
        var evidence = new StorageAccount(storage.Direct).Evidence;
        var place = evidence.GetBlobClient($"{election.Id}/{id}/1");
        var bytes = (await place.DownloadContentAsync(Stop)).Value;
        var waiting = evidence.GetBlobClient($"incoming/{id}/20200101t000000z-{new string('a', 32)}");
        await waiting.UploadAsync(bytes.Content, new BlobUploadOptions { Metadata = bytes.Details.Metadata }, Stop);
        await place.DeleteAsync(cancellationToken: Stop);
        return waiting;
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
