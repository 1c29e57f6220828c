using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Complaints.Storage.Evidence;

/// <summary>Finishes what was interrupted between an event and the place it gives its document. It starts from <c>incoming/</c>, so where nothing waits it costs one listing.</summary>
internal sealed class UnfinishedPlacing(BlobContainerClient evidence, Shelves shelves)
{
    /// <summary>Puts every document that an event names in its place, however young, and deletes nothing; each that was moved.</summary>
    public async IAsyncEnumerable<(string Complaint, int Number)> RunAsync(
        Func<string, CancellationToken, Task<IReadOnlyList<NamedDocument>>> documentsOf,
        Action<string, Exception> failed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in evidence.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{BlobNames.Incoming}/", cancellationToken))
        {
            var complaint = BlobNames.ComplaintOf(blob.Name);
            int? moved = null;

            try
            {
                moved = await PlaceAsync(blob, complaint, await documentsOf(complaint, cancellationToken), cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                failed(complaint, e);
            }

            if (moved is { } number)
            {
                yield return (complaint, number);
            }
        }
    }

    /// <summary>Moves a blob to the first place that misses it, and says which.</summary>
    private async Task<int?> PlaceAsync(BlobItem blob, string complaint, IReadOnlyList<NamedDocument> documents, CancellationToken cancellationToken)
    {
        foreach (var named in documents.Where(each => each.Sha256 == Shelves.HashOf(blob.Metadata)))
        {
            var place = BlobNames.Placed(named.ElectionId, complaint, named.Number);

            if (!await Shelves.IsPlacedAsync(evidence.GetBlobClient(place), named.Sha256, cancellationToken)
                && await shelves.PlaceAsync(place, complaint, named.Sha256, blob.Name, cancellationToken))
            {
                return named.Number;
            }
        }

        return null;
    }
}
