using System.IO;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using NodaTime;

namespace Complaints.Storage.Evidence;

/// <summary>
/// Which uploads wait for the virus scanner: an empty blob each, written before the event that says so. Looking for them costs what waits, not what exists.
/// </summary>
public sealed class Quarantine(BlobContainerClient evidence)
{
    /// <summary>Notes that an upload waits. Repeating it changes nothing.</summary>
    public Task AddAsync(string complaintId, string upload, CancellationToken cancellationToken) =>
        evidence.GetBlobClient(BlobNames.UnscannedOf(complaintId, upload)).UploadAsync(Stream.Null, overwrite: true, cancellationToken);

    /// <summary>Every upload that waits.</summary>
    public async IAsyncEnumerable<AwaitedScan> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in evidence.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{BlobNames.Unscanned}/", cancellationToken))
        {
            yield return new AwaitedScan(
                BlobNames.ComplaintOf(blob.Name), blob.Name.Split('/')[^1], Instant.FromDateTimeOffset(blob.Properties.LastModified!.Value));
        }
    }

    /// <summary>Notes that an upload waits no more.</summary>
    public Task RemoveAsync(AwaitedScan awaited, CancellationToken cancellationToken) =>
        evidence.GetBlobClient(BlobNames.UnscannedOf(awaited.ComplaintId, awaited.Upload)).DeleteIfExistsAsync(cancellationToken: cancellationToken);
}

/// <summary>An upload that waits for the virus scanner.</summary>
/// <param name="ComplaintId">Its complaint.</param>
/// <param name="Upload">The name its event gives it; where no event does, it was never kept.</param>
/// <param name="Since">Since when it waits.</param>
public sealed record AwaitedScan(string ComplaintId, string Upload, Instant Since);
