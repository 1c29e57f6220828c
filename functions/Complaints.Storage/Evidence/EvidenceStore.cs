using System.IO;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Storage.Vault;
using NodaTime;

namespace Complaints.Storage.Evidence;

/// <summary>
/// The documents of complaints, encrypted under the complaint's data key. A document is received first, then named by an event of the docket,
/// then placed; the event makes it true, and from then on it is found again wherever the process stopped.
/// </summary>
public sealed class EvidenceStore(BlobContainerClient evidence, VaultStore vault, TimeProvider time)
{
    private readonly Shelves shelves = new(evidence);

    /// <summary>The refusal of a document without a single byte.</summary>
    public static readonly Refusal Empty = new("document.empty", "The document is empty.", Field: "file");

    /// <summary>Takes a document in, hashed and encrypted on its way and never held whole, to lie under <c>incoming/</c> until an event names it.</summary>
    /// <param name="complaintId">Its complaint.</param>
    /// <param name="plain">Its bytes.</param>
    /// <param name="allowance">How many there may be.</param>
    /// <param name="tap">Is shown them on their way; null for nobody.</param>
    /// <param name="cancellationToken">Gives the upload up.</param>
    public async Task<Result<Received>> ReceiveAsync(
        string complaintId, Stream plain, Allowance allowance, Tap? tap, CancellationToken cancellationToken)
    {
        var name = BlobNames.NewIncoming(complaintId, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var first = new byte[ChunkCipher.PlainBytes];
        var count = await plain.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken);

        if (count == 0)
        {
            return Empty;
        }

        if (MediaType.Of(first.AsSpan(0, count)) is not { } type)
        {
            return Unwanted.Of(first.AsSpan(0, count));
        }

        using var dataKey = await vault.MakeDataKeyAsync(complaintId, cancellationToken);

        if (dataKey is null)
        {
            return Erasure.Done;
        }

        await using var upload = new BlockUpload(evidence.GetBlockBlobClient(name), cancellationToken);
        var intake = new Intake(dataKey, complaintId, upload, new ContentWatch(type), tap);
        var taking = await intake.RunAsync(first.AsMemory(0, count), plain, allowance, cancellationToken);

        if (!taking.IsAllowed(out var taken))
        {
            await upload.DiscardAsync();
            return taking.Refusals;
        }

        await upload.CommitAsync(Shelves.Label(taken.Sha256));
        return new Received(taken.Sha256, taken.Size, type) { Incoming = name };
    }

    /// <summary>Moves a document to the place its event gives it. Repeating it changes nothing.</summary>
    /// <exception cref="FileNotFoundException">It lies neither there nor under <c>incoming/</c>.</exception>
    /// <exception cref="InvalidOperationException">Another document lies in the place.</exception>
    public async Task PlaceAsync(string electionId, string complaintId, int number, Received received, CancellationToken cancellationToken)
    {
        var place = BlobNames.Placed(electionId, complaintId, number);

        if (!await shelves.PlaceAsync(place, complaintId, received.Sha256, received.Incoming, cancellationToken))
        {
            throw new FileNotFoundException($"Document {number} of complaint {complaintId} lies neither in its place nor among the incoming.");
        }
    }

    /// <summary>
    /// The plain bytes of a document, to be read asynchronously once from beginning to end; null if there is none, or the complaint was erased. A move that was
    /// interrupted is finished first.
    /// </summary>
    /// <exception cref="CryptographicException">The complaint has no data key, or it does not unwrap.</exception>
    /// <exception cref="InvalidDataException">The document was changed in storage; thrown now or by a read, at the latest by the last.</exception>
    public async Task<Stream?> OpenReadAsync(string electionId, string complaintId, int number, string sha256, CancellationToken cancellationToken)
    {
        var place = BlobNames.Placed(electionId, complaintId, number);
        var content = await DownloadAsync(place, cancellationToken);

        if (content is null && await shelves.PlaceAsync(place, complaintId, sha256, incoming: null, cancellationToken))
        {
            content = await DownloadAsync(place, cancellationToken);
        }

        if (content is null)
        {
            return null;
        }

        try
        {
            using var dataKey = await vault.ExistingDataKeyAsync(complaintId, cancellationToken);

            if (dataKey is null)
            {
                await content.DisposeAsync();
                return null;
            }

            var what = $"Document {number} of complaint {complaintId}";
            return await DecryptedStream.BeginAsync(content, dataKey, complaintId, what, sha256, cancellationToken);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes every document of a complaint, placed or not, and what waits for the scanner. Repeating it changes nothing.</summary>
    public async Task RemoveAllAsync(string electionId, string complaintId, CancellationToken cancellationToken)
    {
        foreach (var folder in new[] { BlobNames.AllPlacedOf(electionId, complaintId), BlobNames.AllIncomingOf(complaintId), BlobNames.AllUnscannedOf(complaintId) })
        {
            await foreach (var blob in evidence.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellationToken))
            {
                await evidence.GetBlobClient(blob.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
            }
        }
    }

    /// <summary>
    /// Clears <c>incoming/</c> of what was received before an instant: a document that an event names is put in its place, everything else deleted.
    /// </summary>
    /// <param name="before">Give uploads a day: their event may still be on its way.</param>
    /// <param name="documentsOf">
    /// The documents that the docket names, by complaint id; none for a complaint that was never recorded; null where that cannot be told: then all of it stays.
    /// </param>
    /// <param name="failed">Is told of each complaint that could not be seen to, and why; the others are.</param>
    /// <param name="cancellationToken">Stops between two blobs.</param>
    public Task<SweptIncoming> SweepIncomingAsync(
        Instant before,
        Func<string, CancellationToken, Task<IReadOnlyList<NamedDocument>?>> documentsOf,
        Action<string, Exception> failed,
        CancellationToken cancellationToken) =>
        new IncomingSweep(evidence, shelves).RunAsync(before, documentsOf, failed, cancellationToken);

    /// <summary>
    /// Puts every document that an event names in its place where that was interrupted; each that was moved, by complaint id and number. Of a complaint that
    /// could not be seen to, <paramref name="failed"/> is told; the others are.
    /// </summary>
    public IAsyncEnumerable<(string Complaint, int Number)> FinishPlacingAsync(
        Func<string, CancellationToken, Task<IReadOnlyList<NamedDocument>>> documentsOf, Action<string, Exception> failed, CancellationToken cancellationToken) =>
        new UnfinishedPlacing(evidence, shelves).RunAsync(documentsOf, failed, cancellationToken);

    private async Task<Stream?> DownloadAsync(string place, CancellationToken cancellationToken)
    {
        try
        {
            var download = (await evidence.GetBlobClient(place).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;

            if (download.Details.CopyId is null || download.Details.CopyStatus is CopyStatus.Success)
            {
                return download.Content;
            }

            download.Dispose(); // its copy is on its way or failed
            return null;
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
