using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using NodaTime;

namespace Complaints.Storage.Evidence;

/// <summary>One walk over <c>incoming/</c>, which lists blobs by complaint, so the docket is asked once for each.</summary>
internal sealed class IncomingSweep(BlobContainerClient evidence, Shelves shelves)
{
    private int placed;
    private int removed;

    public async Task<SweptIncoming> RunAsync(
        Instant before,
        Func<string, CancellationToken, Task<IReadOnlyList<NamedDocument>?>> documentsOf,
        Action<string, Exception> failed,
        CancellationToken cancellationToken)
    {
        var all = evidence.GetBlobsAsync(BlobTraits.Metadata, BlobStates.Uncommitted, $"{BlobNames.Incoming}/", cancellationToken);
        (string? Complaint, IReadOnlyList<NamedDocument>? Documents) known = (null, null);

        await foreach (var blob in all.Where(each => BegunAt(each) < before))
        {
            var complaintId = BlobNames.ComplaintOf(blob.Name);

            try
            {
                if (known.Complaint != complaintId)
                {
                    known = (complaintId, null);
                    known.Documents = await documentsOf(complaintId, cancellationToken);
                }

                if (known.Documents is { } documents)
                {
                    await ClearAsync(blob, complaintId, documents, cancellationToken);
                }
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed(complaintId, e);
            }
        }

        return new SweptIncoming(placed, removed);
    }

    private async Task ClearAsync(BlobItem blob, string complaintId, IReadOnlyList<NamedDocument> documents, CancellationToken cancellationToken)
    {
        var sha256 = Shelves.HashOf(blob.Metadata);

        foreach (var named in documents.Where(document => document.Sha256 == sha256))
        {
            var place = BlobNames.Placed(named.ElectionId, complaintId, named.Number);

            // The same content may have been handed in twice under two numbers: each needs a blob of its own.
            if (!await Shelves.IsPlacedAsync(evidence.GetBlobClient(place), named.Sha256, cancellationToken))
            {
                await shelves.PlaceAsync(place, complaintId, named.Sha256, blob.Name, cancellationToken);
                placed++;
                return;
            }
        }

        if (sha256 is null)
        {
            await DropBlocksAsync(blob.Name, cancellationToken);
        }

        await evidence.GetBlobClient(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        removed++;
    }

    private static Instant? BegunAt(BlobItem blob) => BlobNames.BegunAt(blob.Name)
        ?? (blob.Properties.LastModified is { } modified ? Instant.FromDateTimeOffset(modified) : null);

    /// <summary>Blocks of an upload that was broken off are no blob yet, and cannot be deleted; they go when an empty list of blocks is committed.</summary>
    private async Task DropBlocksAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = new CommitBlockListOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await evidence.GetBlockBlobClient(name).CommitBlockListAsync([], isNew, cancellationToken);
        }
        catch (RequestFailedException whole) when (whole.Status is 409 or 412)
        {
            // It is a blob, only without its label.
        }
    }
}
