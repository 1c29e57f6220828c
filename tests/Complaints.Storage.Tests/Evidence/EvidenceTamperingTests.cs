using System.IO;
using System.Security.Cryptography;
using Complaints.Storage.Evidence;
using Complaints.Storage.Tests.Vault;
using Complaints.TestKit;

namespace Complaints.Storage.Tests.Evidence;

/// <summary>What somebody could do who can write to the container but has no key: never may a document come out whole that was not handed in.</summary>
public sealed class EvidenceTamperingTests(TestStorage storage)
{
    private const int Header = 40;
    private const int Plain = 64 * 1024;
    private const int Sealed = Plain + 16;

    private static readonly string Place = AnEvidence.PlaceOf(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]                        // the mark
    [InlineData(20)]                       // the salt
    [InlineData(Header)]                   // the first byte
    [InlineData(Header + Plain + 3)]       // a tag
    [InlineData(Header + (3 * Sealed) + 50)] // the last chunk
    public async Task OpenReadAsync_OneBitFlipped_Throws(int at)
    {
        var (evidence, sha256) = await FourChunksAsync();
        var raw = await evidence.RawAsync(Place);
        raw[at] ^= 1;

        await evidence.OverwriteAsync(Place, raw);

        await RefusesAsync(evidence, sha256);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(Header)]
    [InlineData(Header + 5)]
    [InlineData(Header + Sealed)]                 // after a whole chunk
    [InlineData(Header + (3 * Sealed))]           // only the last chunk is gone
    [InlineData(Header + (3 * Sealed) + 16)]
    [InlineData(Header + (3 * Sealed) + 100 + 15)] // only the last byte is gone
    public async Task OpenReadAsync_CutOff_Throws(int length)
    {
        var (evidence, sha256) = await FourChunksAsync();
        var raw = await evidence.RawAsync(Place);

        await evidence.OverwriteAsync(Place, raw[..length]);

        var thrown = await RefusesAsync(evidence, sha256);
        Assert.Equal(length >= Header, thrown.InnerException is CryptographicException); // the seal finds it, not only the hash at the end
    }

    [Fact]
    public async Task OpenReadAsync_SomethingAppended_Throws()
    {
        var (evidence, sha256) = await FourChunksAsync();
        var raw = await evidence.RawAsync(Place);

        await evidence.OverwriteAsync(Place, [.. raw, 0]);

        await RefusesAsync(evidence, sha256);
    }

    [Theory]
    [InlineData(0, 2, 1, 3)] // swapped
    [InlineData(0, 1, 1, 3)] // one twice in another's stead
    [InlineData(0, 1, 3)]    // one left out
    [InlineData(0, 0, 1, 2, 3)] // one put in again
    [InlineData(0, 1, 2, 3, 3)] // the last put in again
    public async Task OpenReadAsync_ChunksRearranged_Throws(params int[] order)
    {
        var (evidence, sha256) = await FourChunksAsync();
        var raw = await evidence.RawAsync(Place);
        var chunks = raw[Header..].Chunk(Sealed).ToList();

        await evidence.OverwriteAsync(Place, [.. raw[..Header], .. order.SelectMany(index => chunks[index])]);

        var thrown = await RefusesAsync(evidence, sha256);
        Assert.IsType<CryptographicException>(thrown.InnerException, exactMatch: false);
    }

    [Fact]
    public async Task OpenReadAsync_ChunkOfAnotherDocument_Throws()
    {
        var (evidence, sha256) = await FourChunksAsync();
        await evidence.KeepAsync(AnEvidence.Pdf(3 * Plain), number: 2);
        var (raw, other) = (await evidence.RawAsync(Place), await evidence.RawAsync(AnEvidence.PlaceOf(2)));
        other.AsSpan(Header + Sealed, Sealed).CopyTo(raw.AsSpan(Header + Sealed));

        await evidence.OverwriteAsync(Place, raw);

        await RefusesAsync(evidence, sha256);
    }

    [Fact]
    public async Task OpenReadAsync_ReplacedByAnotherDocumentOfTheComplaint_ThrowsOnTheLastRead()
    {
        var (evidence, sha256) = await FourChunksAsync();
        await evidence.KeepAsync(AnEvidence.Pdf(2 * Plain), number: 2);

        await evidence.OverwriteAsync(Place, await evidence.RawAsync(AnEvidence.PlaceOf(2)));

        await using var plain = await evidence.Store.OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, sha256, Cancellation);
        var buffer = new byte[Plain];
        await plain!.ReadExactlyAsync(buffer, Cancellation);
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () => await plain.ReadExactlyAsync(buffer, Cancellation));
        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidDataException>(async () => await plain.ReadExactlyAsync(buffer, Cancellation)));
    }

    [Fact]
    public async Task OpenReadAsync_ShortReplacement_LetsNoByteOut()
    {
        var (evidence, sha256) = await FourChunksAsync();
        await evidence.KeepAsync("a short text"u8.ToArray(), number: 2);

        await evidence.OverwriteAsync(Place, await evidence.RawAsync(AnEvidence.PlaceOf(2)));

        await using var plain = await evidence.Store.OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, sha256, Cancellation);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await plain!.ReadExactlyAsync(new byte[1], Cancellation));
    }

    [Fact]
    public async Task OpenReadAsync_ReplacedByADocumentOfAnotherComplaint_Throws()
    {
        var (evidence, sha256) = await FourChunksAsync();
        var bytes = AnEvidence.Pdf(100);
        await evidence.KeepAsync(bytes, complaintId: "kz21p-8h2m5t0c-4");

        await evidence.OverwriteAsync(Place, await evidence.RawAsync(AnEvidence.PlaceOf(1, "kz21p-8h2m5t0c-4")));

        await RefusesAsync(evidence, AnEvidence.Sha256(bytes));
        await RefusesAsync(evidence, sha256);
    }

    [Fact]
    public async Task OpenReadAsync_KeyMovedAlongFromAnotherComplaint_Throws()
    {
        const string Other = "kz21p-8h2m5t0c-4";
        var (evidence, sha256) = await FourChunksAsync();
        await evidence.KeepAsync(AnEvidence.Pdf(100), complaintId: Other);

        await evidence.Vault.MoveAsync(await evidence.Vault.RowAsync(AnEvidence.Complaint, "key"), Other, "key");
        await evidence.OverwriteAsync(AnEvidence.PlaceOf(1, Other), await evidence.RawAsync(Place));

        await Assert.ThrowsAsync<CryptographicException>(() => evidence.ReadAsync(sha256, complaintId: Other));
    }

    [Fact]
    public async Task OpenReadAsync_WrongWrappingKey_Throws()
    {
        var (evidence, sha256) = await FourChunksAsync();
        var store = new EvidenceStore(evidence.Container, evidence.Vault.With(AVault.Keys("k1")), TimeProvider.System);

        await Assert.ThrowsAsync<CryptographicException>(() => store.OpenReadAsync(AnEvidence.Election, AnEvidence.Complaint, 1, sha256, Cancellation));
    }

    private async Task<(AnEvidence Evidence, string Sha256)> FourChunksAsync()
    {
        var evidence = await AnEvidence.MakeAsync(storage);
        var received = await evidence.KeepAsync(AnEvidence.Pdf((3 * Plain) + 100));
        return (evidence, received.Sha256);
    }

    private static Task<InvalidDataException> RefusesAsync(AnEvidence evidence, string sha256) =>
        Assert.ThrowsAsync<InvalidDataException>(() => evidence.ReadAsync(sha256));
}
