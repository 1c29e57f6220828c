using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using Azure.Storage.Blobs.Specialized;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>
/// Eight uploads at once, seen from outside: how much the tracker's process grows, and how long they take beside the same blobs sent bare. 12 MB each;
/// COMPLAINTS_TEST_LONG=true sends 95 MB.
/// </summary>
[Collection(nameof(Alone))]
public sealed class UploadMemoryTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private const int AtOnce = 8;
    private const int Mega = 1024 * 1024;
    private const int MostGrowth = 128 * Mega;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";
    private static readonly long Size = (IsLong ? 95L : 12L) * Mega;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_EightLargeOnesAtOnce_AddLessThan128MegabytesToTheTracker()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "What a process holds is read from /proc.");
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await UploadAsync(tracker, complaint, 0, 9 * Mega); // what is loaded with the first one is there already
        var before = Held(tracker, "VmRSS");

        var clock = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(each => UploadAsync(tracker, complaint, each, Size)));
        var took = TimeProvider.System.GetElapsedTime(clock);
        var grown = Held(tracker, "VmHWM") - before;
        var bare = await BareAsync();

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{AtOnce} uploads of {Size / Mega} MB at once: {before / Mega} MB before, +{grown / Mega} MB at the most; {took.TotalSeconds:0.0} s, {bare.TotalSeconds:0.0} s for bare blobs."));
        Assert.InRange(grown, 0, MostGrowth);
        Assert.Equal(1 + AtOnce, (await complaint.ReadAsync()).GetProperty("documents").GetArrayLength());
    }

    /// <summary>A figure of the process, in bytes: what it holds now, or held at the most.</summary>
    private static long Held(Tracker tracker, string figure)
    {
        var line = File.ReadLines($"/proc/{tracker.Process.ProcessId}/status").First(each => each.StartsWith(figure, StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }

    private static async Task UploadAsync(Tracker tracker, AComplaint complaint, int number, long size)
    {
        using var form = new MultipartFormDataContent { { new LongContent(size, number), "file", "a.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{complaint.Path}/documents") { Content = form };
        var added = await Answer.OfAsync(await tracker.Http.SendAsync(request, Stop));
        Assert.True(added.Status == 201, added.Text);
    }

    private async Task<TimeSpan> BareAsync()
    {
        var container = new StorageAccount(storage.Direct).Evidence;
        var clock = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(1, AtOnce).Select(async each =>
        {
            using var content = new LongContent(Size, each);
            var bare = container.GetBlockBlobClient(string.Create(CultureInfo.InvariantCulture, $"bare/{each}"));
            await using var blob = await bare.OpenWriteAsync(overwrite: true, cancellationToken: Stop);
            await content.CopyToAsync(blob, Stop);
        }));
        return TimeProvider.System.GetElapsedTime(clock);
    }

    /// <summary>A PDF of any length that is never in memory.</summary>
    private sealed class LongContent(long length, int number) : HttpContent
    {
        private static readonly byte[] Noise = Enumerable.Range(0, 64 * 1024).Select(each => (byte)(each * 7919 >> 3)).ToArray();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var start = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7 {number:D4}\n"));
            await stream.WriteAsync(start, Stop);

            for (var left = length - start.Length; left > 0; left -= Noise.Length)
            {
                await stream.WriteAsync(Noise.AsMemory(0, (int)Math.Min(left, Noise.Length)), Stop);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
