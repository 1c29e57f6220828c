using System.IO;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Evidence;

public sealed class EvidenceStoreTests(TestStorage storage)
{
    private const int Chunk = 64 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(2 * Chunk)]
    [InlineData(63 * Chunk)]        // the most that one block and its header hold
    [InlineData((63 * Chunk) + 1)]  // two blocks
    [InlineData(5_000_000)]
    [InlineData(21_000_000)]        // more blocks than are on their way at once
    public async Task OpenReadAsync_PlacedDocument_IsTheSameBytes(int length)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(length);

        var received = await evidence.KeepAsync(bytes);
        var read = await evidence.ReadAsync(received.Sha256);

        Assert.Equal(AnEvidence.Sha256(bytes), received.Sha256);
        Assert.Equal(length, received.Size);
        Assert.Equal("application/pdf", received.Type);
        Assert.True(bytes.AsSpan().SequenceEqual(read));
        Assert.Equal([AnEvidence.PlaceOf(1)], await evidence.NamesAsync());
    }

    [Fact]
    public async Task OpenReadAsync_OneByte_IsTheSameByte()
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        var received = await evidence.KeepAsync("x"u8.ToArray());

        Assert.Equal((1L, "text/plain"), (received.Size, received.Type));
        Assert.Equal("x"u8.ToArray(), await evidence.ReadAsync(received.Sha256));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task ReceiveAsync_SenderThatComesInSmallPieces_IsReceivedWhole(int piece)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf((2 * Chunk) + 17);
        await using var pieces = new PiecewiseStream(bytes, piece);

        Assert.True((await evidence.Store.ReceiveAsync(AnEvidence.Complaint, pieces, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, Cancellation)).IsAllowed(out var received));
        await evidence.Store.PlaceAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received, Cancellation);

        Assert.Equal(bytes, await evidence.ReadAsync(received.Sha256));
    }

    [Fact]
    public async Task OpenReadAsync_ReadInSmallPieces_IsTheSameBytes()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var bytes = AnEvidence.Pdf(Chunk + 100);
        var received = await evidence.KeepAsync(bytes);
        await using var plain = await evidence.Store.OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, received.Sha256, Cancellation);
        var read = new List<byte>();
        var buffer = new byte[777];

        for (int count; (count = await plain!.ReadAsync(buffer, Cancellation)) > 0;)
        {
            read.AddRange(buffer[..count]);
        }

        Assert.Equal(bytes, read);
        Assert.Equal(0, await plain.ReadAsync(buffer, Cancellation));
    }

    [Fact]
    public async Task ReceiveAsync_NoBytes_IsRefused()
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        var refused = await evidence.TryReceiveAsync([]);

        Assert.Equal(["document.empty"], refused.Refusals.Select(each => each.Code));
        Assert.Empty(await evidence.NamesAsync());
    }

    [Theory]
    [InlineData(1000, 999)]
    [InlineData(Chunk + 1, Chunk)]
    [InlineData(13_000_000, 12_999_999)] // when blocks have already been sent
    public async Task ReceiveAsync_OneByteTooMany_IsRefusedAndLeavesNothing(int length, long maxBytes)
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        var refused = await evidence.TryReceiveAsync(AnEvidence.Pdf(length), maxBytes);

        Assert.Equal([("document.too-large", "file")], refused.Refusals.Select(each => (each.Code, each.Field!)));
        Assert.Empty(await evidence.NamesAsync());
    }

    [Fact]
    public async Task ReceiveAsync_AsManyBytesAsAllowed_IsReceived()
    {
        var evidence = await AnEvidence.MakeAsync(storage);

        Assert.True((await evidence.TryReceiveAsync(AnEvidence.Pdf(Chunk), Chunk)).IsAllowed(out _));
    }

    [Fact]
    public async Task ReceiveAsync_SenderBreaksOff_ThrowsAndMakesNoBlob()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        await using var sender = new PiecewiseStream(AnEvidence.Pdf(9_000_000), 50_000, breaksAt: 8_500_000);

        await Assert.ThrowsAsync<EndOfStreamException>(
            () => evidence.Store.ReceiveAsync(AnEvidence.Complaint, sender, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, Cancellation));

        Assert.Empty(await evidence.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ReceiveAsync_Cancelled_MakesNoBlob()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        using var cancel = new CancellationTokenSource();
        await using var sender = new PiecewiseStream(AnEvidence.Pdf(9_000_000), 50_000, at: position =>
        {
            if (position > 8_500_000)
            {
                cancel.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => evidence.Store.ReceiveAsync(AnEvidence.Complaint, sender, AnEvidence.UpTo(AnEvidence.MostBytes), tap: null, cancel.Token));

        Assert.Empty(await evidence.Container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task OpenReadAsync_NoSuchDocument_IsNull()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var received = await evidence.KeepAsync(AnEvidence.Pdf(100));

        Assert.Null(await evidence.ReadAsync(received.Sha256, number: 2));
        Assert.Null(await evidence.ReadAsync(received.Sha256, complaintId: "kz21p-00000000-0"));
    }

    [Fact]
    public async Task ReceiveAsync_FirstDocumentsAtOnce_AllOpen()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var documents = Enumerable.Range(1, 8).Select(number => (Number: number, Bytes: AnEvidence.Pdf(1000))).ToList();

        await Task.WhenAll(documents.Select(each => evidence.KeepAsync(each.Bytes, each.Number)));

        foreach (var (number, bytes) in documents)
        {
            Assert.Equal(bytes, await evidence.ReadAsync(AnEvidence.Sha256(bytes), number));
        }
    }

    [Fact]
    public async Task ReceiveAsync_AnyDocument_LeavesNothingReadable()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var canary = "canary-0123456789"u8.ToArray();
        var bytes = Enumerable.Repeat(canary, 20_000).SelectMany(each => each).ToArray();
        await evidence.KeepAsync(bytes);
        await evidence.KeepAsync(bytes, number: 2);

        var (one, two) = (await evidence.RawAsync(AnEvidence.PlaceOf(1)), await evidence.RawAsync(AnEvidence.PlaceOf(2)));
        var blob = await evidence.Container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, Cancellation).FirstAsync(Cancellation);

        Assert.True(one.AsSpan().IndexOf(canary) < 0);
        Assert.False(one.AsSpan(100, 1000).SequenceEqual(two.AsSpan(100, 1000)));
        Assert.Equal("sha256", Assert.Single(blob.Metadata).Key);
        Assert.Equal("application/octet-stream", blob.Properties.ContentType);
        Assert.Equal(AnEvidence.Sha256(bytes), Convert.ToHexStringLower(SHA256.HashData((await evidence.ReadAsync(AnEvidence.Sha256(bytes)))!)));
    }

    [Theory]
    [InlineData("incoming")]
    [InlineData("kz/2021")]
    [InlineData("..")]
    public async Task PlaceAsync_ElectionThatIsNoName_Throws(string election)
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var received = await evidence.ReceiveAsync(AnEvidence.Pdf(100));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => evidence.Store.PlaceAsync(election, AnEvidence.Complaint, 1, received, Cancellation));
    }
}
