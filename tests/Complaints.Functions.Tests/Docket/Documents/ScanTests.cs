using System.Net;
using System.Text;
using Azure.Storage.Blobs.Models;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>The virus scanner beside the tracker: what it says, and what is done while it says nothing.</summary>
public sealed class ScanTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static readonly (string Name, string Value) Uploader = Sign.As("observer", "scan-a");
    private static readonly (string Name, string Value) Coordinator = Sign.As("coordinator", "scan-b");

    private static readonly byte[] Infected = [.. Uploads.Pdf(100_000), .. Encoding.ASCII.GetBytes(FakeScanner.Canary), .. new byte[100_000]];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_ScannerFindsNothing_IsCleanAndReadable()
    {
        await using var scanner = new FakeScanner();
        await using var tracker = await StartAsync(scanner.Address);
        var complaint = await RecordedAsync(tracker);

        var added = await tracker.UploadAsync(complaint, Uploads.Pdf(200_000), headers: Uploader);

        Assert.Equal("clean", added.Json.GetProperty("scan").GetString());
        Assert.Equal(200_009, scanner.Shown);
        Assert.Equal(200, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Add_ScannerFindsSomething_NobodyOpensIt()
    {
        await using var scanner = new FakeScanner();
        await using var tracker = await StartAsync(scanner.Address);
        var complaint = await RecordedAsync(tracker);

        var added = await tracker.UploadAsync(complaint, Infected, headers: Uploader);

        Assert.Equal((201, "infected"), (added.Status, added.Json.GetProperty("scan").GetString()));
        Assert.Equal(423, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
        Assert.Equal(423, (await tracker.DownloadAsync(complaint, "?copy=shared", Uploader)).Status);
        Assert.Contains("found something", (await tracker.GetAsync($"complaints/{complaint.Id}/documents/1", Uploader)).Text, StringComparison.Ordinal);
        Assert.Contains("infected", (await tracker.GetAsync($"complaints/{complaint.Id}", Coordinator)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hangs up")]
    [InlineData("is not there")]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND")]
    [InlineData("")]
    public async Task Add_ScannerGivesNoVerdict_IsQuarantinedUntilItDoes(string says)
    {
        await using var scanner = new FakeScanner { Says = says };
        scanner.IsDown = says == "hangs up";
        await using var tracker = await StartAsync(says == "is not there" ? "127.0.0.1:1" : scanner.Address);
        var complaint = await RecordedAsync(tracker);

        var added = await tracker.UploadAsync(complaint, Uploads.Pdf(1000), headers: Uploader);

        Assert.Equal((201, "quarantined"), (added.Status, added.Json.GetProperty("scan").GetString()));
        Assert.Equal(423, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
        Assert.Equal(200, (await tracker.DownloadAsync(complaint, "", Uploader)).Status);
        Assert.Contains("in quarantine", WebUtility.HtmlDecode((await tracker.GetAsync($"complaints/{complaint.Id}", Coordinator)).Text), StringComparison.Ordinal);
        await ScanAsync(tracker, "0 documents out of quarantine, 1 still wait.");
        Assert.Equal(423, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);

        await using var again = await StartAsync(scanner.Address);
        (scanner.Says, scanner.IsDown) = (null, false);
        await ScanAsync(again, "1 documents out of quarantine, 0 still wait.");

        Assert.Equal(200, (await again.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
        Assert.Equal(["Recorded", "DocumentAdded", "DocumentScanned"], await KindsAsync(again, complaint));
        Assert.Equal("clean", (await again.GetAsync(complaint.Path, Coordinator)).Json.GetProperty("documents")[0].GetProperty("scan").GetString());
        Assert.Empty(await WaitingAsync());
        await ScanAsync(again, "0 documents out of quarantine, 0 still wait.");
        Assert.Equal(3, (await KindsAsync(again, complaint)).Count);
    }

    [Fact]
    public async Task Scan_QuarantinedThenFoundInfected_IsShutForTheUploaderToo()
    {
        await using var scanner = new FakeScanner { IsDown = true };
        await using var tracker = await StartAsync(scanner.Address);
        var complaint = await RecordedAsync(tracker);
        await tracker.UploadAsync(complaint, Infected, headers: Uploader);
        Assert.Equal(200, (await tracker.DownloadAsync(complaint, "", Uploader)).Status);

        scanner.IsDown = false;
        await ScanAsync(tracker, "1 documents out of quarantine, 0 still wait.");

        Assert.Equal(423, (await tracker.DownloadAsync(complaint, "", Uploader)).Status);
        var scanned = (await tracker.GetAsync($"{complaint.Path}/history", Coordinator)).Json.GetProperty("events")[2].GetProperty("data");
        Assert.Equal(("infected", "Fake.Canary"), (scanned.GetProperty("scan").GetString(), scanned.GetProperty("found").GetString()));
    }

    [Fact]
    public async Task Scan_OneDocumentChangedInStorage_HoldsUpNoOther()
    {
        await using var scanner = new FakeScanner { IsDown = true };
        await using var tracker = await StartAsync(scanner.Address);
        var (changed, other) = (await RecordedAsync(tracker), await RecordedAsync(tracker));
        await tracker.UploadAsync(changed, Uploads.Pdf(1000), headers: Uploader);
        await tracker.UploadAsync(other, Uploads.Pdf(1000), headers: Uploader);
        var evidence = new StorageAccount(storage.Direct).Evidence;
        var names = await evidence.GetBlobsAsync(cancellationToken: Stop).Select(each => each.Name).ToListAsync(Stop);
        var blob = evidence.GetBlobClient(names.Single(each => each.EndsWith($"/{changed.Id}/1", StringComparison.Ordinal)));
        var label = (await blob.GetPropertiesAsync(cancellationToken: Stop)).Value.Metadata;
        await blob.UploadAsync(new BinaryData(new byte[2000]), new BlobUploadOptions { Metadata = label }, Stop);

        scanner.IsDown = false;
        await ScanAsync(tracker, "1 documents out of quarantine, 1 still wait.");

        Assert.Equal(200, (await tracker.DownloadAsync(other, "?purpose=verify_record", Coordinator)).Status);
        Assert.Equal(423, (await tracker.DownloadAsync(changed, "", Coordinator)).Status);
        await evidence.DeleteBlobAsync(Assert.Single(await WaitingAsync()), cancellationToken: Stop);
    }

    [Fact]
    public async Task Add_NoScannerConfigured_SaysNone()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var complaint = await RecordedAsync(tracker);

        var added = await tracker.UploadAsync(complaint, Infected, headers: Uploader);

        Assert.Equal("none", added.Json.GetProperty("scan").GetString());
        Assert.Equal(200, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
    }

    [Theory]
    [InlineData("clamav")]
    [InlineData("clamav:0")]
    [InlineData("/a/path/that/is/longer/than/any/system/takes/for/a/socket/and/goes/on/and/on/until/nobody/can/open/it/at/all.ctl")]
    public async Task Start_ScannerNowhere_SaysHowToWriteIt(string scanner)
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(scanner));

        Assert.Contains("host:port", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ToTheRealClamd_IsCleanOrInfectedAndQuarantinedWhileItIsDown()
    {
        Assert.SkipUnless(ClamdServer.IsInstalled, "clamd is not installed here (on Debian: apt-get install clamav-daemon); the protocol is tested without it.");
        await using var clamd = await ClamdServer.StartAsync(Stop);
        await using var tracker = await StartAsync(clamd.Socket);
        var complaint = await RecordedAsync(tracker);

        var clean = await tracker.UploadAsync(complaint, Uploads.Pdf(3_000_000), headers: Uploader);
        var infected = await tracker.UploadAsync(complaint, Infected, headers: Uploader);
        await clamd.KillAsync();
        var late = await tracker.UploadAsync(complaint, Infected, headers: Uploader);

        Assert.Equal(["clean", "infected", "quarantined"], new[] { clean, infected, late }.Select(each => each.Json.GetProperty("scan").GetString()));
        Assert.Equal(200, (await tracker.DownloadAsync(complaint, "?purpose=verify_record", Coordinator)).Status);
        await new StorageAccount(storage.Direct).Evidence.DeleteBlobAsync(Assert.Single(await WaitingAsync()), cancellationToken: Stop); // no other test waits for it
    }

    private static async Task ScanAsync(Tracker tracker, string says)
    {
        int Runs() => tracker.Process.Lines.All.Count(line => line.Contains("Scanned for viruses:", StringComparison.Ordinal));
        var before = Runs();
        await tracker.RunTimerAsync("ScanDocuments");
        await Tracker.UntilAsync(() => Task.FromResult(Runs() > before));
        Assert.Contains(says, tracker.Process.Lines.All.Last(line => line.Contains("Scanned for viruses:", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static async Task<AComplaint> RecordedAsync(Tracker tracker)
    {
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(await tracker.AnElectionAsync()), Uploader);
        return new AComplaint(tracker, recorded.Json.GetProperty("id").GetString()!);
    }

    private static async Task<IReadOnlyList<string?>> KindsAsync(Tracker tracker, AComplaint complaint) =>
        [.. (await tracker.GetAsync($"{complaint.Path}/history", Coordinator)).Json.GetProperty("events").EnumerateArray().Select(each => each.GetProperty("kind").GetString())];

    private async Task<IReadOnlyList<string>> WaitingAsync() => await new StorageAccount(storage.Direct).Evidence
        .GetBlobsAsync(prefix: "_unscanned/", cancellationToken: Stop).Select(each => each.Name).ToListAsync(Stop);

    private Task<Tracker> StartAsync(string scanner) => Tracker.StartAsync(storage.Direct, null, ("COMPLAINTS_CLAMAV", scanner));
}
