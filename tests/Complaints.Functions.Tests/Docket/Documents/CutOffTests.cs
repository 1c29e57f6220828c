using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Azure.Storage.Blobs.Models;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Uploads that never come to their end: the sender goes away, or the tracker is killed meanwhile. After the day's sweep nothing is left of them.</summary>
public sealed class CutOffTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const int Half = 9_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Add_CutOffMidway_LeavesNothingAfterTheDaysSweep(bool isTrackerKilled)
    {
        var tracker = await Tracker.StartAsync(storage.Direct);
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        Assert.Equal(201, (await tracker.UploadAsync(complaint, Uploads.Pdf(1000))).Status);
        var kept = Assert.Single(await BlobsAsync());
        using var client = await BeginAsync(tracker, complaint);
        await Tracker.UntilAsync(async () => (await BlobsAsync()).Count > 1); // blocks have arrived

        if (isTrackerKilled)
        {
            await tracker.Process.KillAsync();
        }

        client.Close();
        await tracker.DisposeAsync();
        await using var again = await Tracker.StartAsync(storage.Direct);
        await SweepAsync(again);
        Assert.Equal(2, (await BlobsAsync()).Count); // it may still be on its way

        await again.SetClockAsync(TimeProvider.System.GetUtcNow().AddHours(25).ToString("O", CultureInfo.InvariantCulture));
        await SweepAsync(again);

        Assert.Equal([kept], await BlobsAsync());
        Assert.Equal(200, (await again.DownloadAsync(new AComplaint(again, complaint.Id))).Status);
        Assert.Equal(["Recorded", "DocumentAdded"], await new AComplaint(again, complaint.Id).HistoryAsync());
        await ForgetAsync(kept);
    }

    // As if storage lost it: the document is in the record, so the answer may not say that it never came to its end.
    [Fact]
    public async Task Add_LostBetweenRecordAndPlace_IsNotSaidToBeCutOff()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct, storage.Through);
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        storage.Proxy.Meets = (method, _) =>
        {
            if (method == "POST")
            {
                ForgetIncoming();
            }

            return false;
        };

        var answer = await tracker.UploadAsync(complaint, Uploads.Pdf(1000));

        storage.Proxy.Meets = (_, _) => true;
        Assert.True(answer.Status == 500, answer.Text);
        Assert.Equal(["Recorded", "DocumentAdded"], await complaint.HistoryAsync());
    }

    private void ForgetIncoming()
    {
        var evidence = new StorageAccount(storage.Direct).Evidence;

        foreach (var blob in evidence.GetBlobs(BlobTraits.None, BlobStates.None, "incoming/", Stop))
        {
            evidence.GetBlobClient(blob.Name).DeleteIfExists(cancellationToken: Stop);
        }
    }

    private static async Task SweepAsync(Tracker tracker)
    {
        var before = Sweeps(tracker);
        await tracker.RunTimerAsync("TidyUp");
        await Tracker.UntilAsync(() => Task.FromResult(Sweeps(tracker) > before));
    }

    private static int Sweeps(Tracker tracker) => tracker.Process.Lines.All.Count(line => line.Contains("Tidied up:", StringComparison.Ordinal));

    /// <summary>Sends half of a document and waits.</summary>
    private static async Task<TcpClient> BeginAsync(Tracker tracker, AComplaint complaint)
    {
        var client = new TcpClient();
        await client.ConnectAsync(tracker.Http.BaseAddress!.Host, tracker.Http.BaseAddress.Port, Stop);
        var head = FormattableString.Invariant($"POST /{complaint.Path}/documents HTTP/1.1\r\nHost: {tracker.Http.BaseAddress.Authority}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {2 * Half}\r\n\r\n")
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.pdf\"\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        await client.GetStream().WriteAsync(Uploads.Pdf(Half), Stop);
        return client;
    }

    private async Task<IReadOnlyList<string>> BlobsAsync() => await new StorageAccount(storage.Direct).Evidence
        .GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, null, Stop).Select(each => each.Name).ToListAsync(Stop);

    private Task ForgetAsync(string blob) => new StorageAccount(storage.Direct).Evidence.GetBlobClient(blob).DeleteAsync(cancellationToken: Stop);
}
