using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Documents that did not reach the place of their event are put there by a rebuild, and no others.</summary>
public sealed class RebuildDocumentTests(OwnStorage storage) : IClassFixture<OwnStorage>, IAsyncLifetime
{
    private Tracker? tracker;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Tracker Tracker => tracker!;

    public async ValueTask InitializeAsync() => tracker = await Tracker.StartAsync(storage.Direct);

    public ValueTask DisposeAsync() => Tracker.DisposeAsync();

    [Fact]
    public async Task Rebuild_ADocumentNotInItsPlace_PutsItThere()
    {
        var election = await Tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(Tracker, election);
        var place = await UnplaceAsync(election, complaint.Id);

        Assert.Equal((1, 0), await RebuiltAsync(election));
        Assert.Equal((0, 0), await RebuiltAsync(election));
        Assert.True(await place.ExistsAsync(Stop));
        Assert.Equal(ACase.Document, await Tracker.Http.GetByteArrayAsync($"{complaint.Path}/documents/1", Stop));
    }

    [Fact]
    public async Task Rebuild_ADocumentWhosePlaceHoldsAnother_IsToldWithAllThatWasMended()
    {
        var election = await Tracker.AnElectionAsync();
        var (odd, complaint) = (await ACase.DecidedAsync(Tracker, election), await ACase.DecidedAsync(Tracker, election));
        await UnplaceAsync(election, odd.Id);
        await UnplaceAsync(election, complaint.Id);
        await new StorageAccount(storage.Direct).Evidence.GetBlobClient($"{election.Id}/{odd.Id}/1").UploadAsync(
            new BinaryData("x"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["sha256"] = new string('0', 64) } }, Stop);

        Assert.Equal((1, 1), await RebuiltAsync(election));
    }

    // An erasure that was cut short has left the document: it must not come back to its place.
    [Fact]
    public async Task Rebuild_ADocumentOfAnErasedComplaint_StaysWhereItIs()
    {
        var election = await Tracker.AnElectionAsync();
        var complaint = await ACase.DecidedAsync(Tracker, election);
        await complaint.TakeAsync(new { step = "RecordFinal", at = "2021-01-30T10:00:00+06:00", source = "the court's register" });
        var evidence = new StorageAccount(storage.Direct).Evidence;
        var bytes = (await evidence.GetBlobClient($"{election.Id}/{complaint.Id}/1").DownloadContentAsync(Stop)).Value;
        var erased = await Tracker.PostAsync($"{complaint.Path}/erase", new { reason = "safety" });
        Assert.True(erased.Status == 200, erased.Text);
        await evidence.GetBlobClient($"incoming/{complaint.Id}/{new string('a', 32)}").UploadAsync(bytes.Content, new BlobUploadOptions { Metadata = bytes.Details.Metadata }, Stop);

        Assert.Equal((0, 0), await RebuiltAsync(election));
        Assert.False(await evidence.GetBlobClient($"{election.Id}/{complaint.Id}/1").ExistsAsync(Stop));
    }

    private async Task<BlobClient> UnplaceAsync(Election election, string id)
    {
        var evidence = new StorageAccount(storage.Direct).Evidence;
        var place = evidence.GetBlobClient($"{election.Id}/{id}/1");
        var bytes = (await place.DownloadContentAsync(Stop)).Value;
        await evidence.GetBlobClient($"incoming/{id}/{new string('a', 32)}").UploadAsync(bytes.Content, new BlobUploadOptions { Metadata = bytes.Details.Metadata }, Stop);
        await place.DeleteAsync(cancellationToken: Stop);
        return place;
    }

    private async Task<(int Mended, int Broken)> RebuiltAsync(Election election)
    {
        var rebuilt = await Tracker.PostAsync($"api/elections/{election.Id}/rebuild", "");
        Assert.True(rebuilt.Status == 200, rebuilt.Text);
        return (rebuilt.Json.GetProperty("mended").GetInt32(), rebuilt.Json.GetProperty("broken").GetInt32());
    }
}
