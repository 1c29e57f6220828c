using System.Diagnostics;
using Azure.Storage.Blobs;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>What a large document costs, measured while nothing else runs in this process.</summary>
[Collection(nameof(Alone))]
public sealed class EvidenceLoadTests(TestStorage storage, ITestOutputHelper output)
{
    private const int Mebi = 1024 * 1024;

    // A ratio of two times is held where nothing else runs; beside other work it is only told.
    private static readonly bool IsMeasured = Environment.GetEnvironmentVariable("COMPLAINTS_TEST_LONG") == "true";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReceiveAndRead_95Megabytes_AddLessThan64MegabytesToTheProcess()
    {
        const long Length = 95_000_000;
        var evidence = await AnEvidence.MakeAsync(storage);
        var warm = await evidence.KeepAsync(AnEvidence.Pdf(9_000_000), number: 2);
        await evidence.ReadAsync(warm.Sha256, number: 2);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true); // what other tests left must not hide growth
        var before = Environment.WorkingSet;
        var peak = before;
        void Look() => peak = Math.Max(peak, Environment.WorkingSet);

        await using var sender = new LargePdf(Length, Look);
        Assert.True((await evidence.Store.ReceiveAsync(AnEvidence.Complaint, sender, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, Cancellation)).IsAllowed(out var received));
        var afterUpload = peak;
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received, Cancellation);
        await using var plain = await evidence.Store.OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received.Sha256, Cancellation);
        var buffer = new byte[64 * 1024];
        var read = 0L;

        for (int count; (count = await plain!.ReadAsync(buffer, Cancellation)) > 0; read += count)
        {
            Look();
        }

        output.WriteLine($"process {before / Mebi} MiB before, at most +{(afterUpload - before) / Mebi} MiB while receiving, +{(peak - before) / Mebi} MiB in all");
        Assert.Equal(Length, received.Size);
        Assert.Equal(Length, read);
        Assert.InRange(peak - before, 0, 64_000_000);
    }

    [Fact]
    public async Task ReceiveAsync_32Megabytes_IsAtLeast70PercentAsFastAsABareUpload()
    {
        const int Rounds = 5;
        const long Length = 32_000_000;
        var evidence = await AnEvidence.MakeAsync(storage);
        await BareAsync(evidence.Container, Length);
        await ReceiveAsync(evidence, Length);
        var (bare, received) = (new List<double>(), new List<double>());

        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await BareAsync(evidence.Container, Length));
            received.Add(await ReceiveAsync(evidence, Length));
        }

        var ratio = Median(bare) / Median(received);
        output.WriteLine($"32 MB, medians of {Rounds}: bare {Median(bare):0} ms, received {Median(received):0} ms: {ratio:0.00} x");
        Assert.True(!IsMeasured || ratio >= 0.7, $"bare {string.Join(", ", bare)} ms; received {string.Join(", ", received)} ms");
    }

    private static async Task<double> BareAsync(BlobContainerClient container, long length)
    {
        var blob = container.GetBlobClient("bare");
        await using var sender = new LargePdf(length);
        var clock = Stopwatch.StartNew();
        await blob.UploadAsync(sender, overwrite: true, Cancellation);
        var elapsed = clock.Elapsed.TotalMilliseconds;
        await blob.DeleteAsync(cancellationToken: Cancellation);
        return elapsed;
    }

    private static async Task<double> ReceiveAsync(AnEvidence evidence, long length)
    {
        await using var sender = new LargePdf(length);
        var clock = Stopwatch.StartNew();
        Assert.True((await evidence.Store.ReceiveAsync(AnEvidence.Complaint, sender, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, Cancellation)).IsAllowed(out _));
        var elapsed = clock.Elapsed.TotalMilliseconds;
        await evidence.SweepAsync();
        return elapsed;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

/// <summary>The tests that measure: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
