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
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in evidence.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, $"{BlobNames.Incoming}/", cancellationToken))
        {
            var complaint = BlobNames.ComplaintOf(blob.Name);

            foreach (var named in (await documentsOf(complaint, cancellationToken)).Where(each => each.Sha256 == Shelves.HashOf(blob.Metadata)))
            {
                var place = BlobNames.Placed(named.ElectionId, complaint, named.Number);

                if (!await Shelves.IsPlacedAsync(evidence.GetBlobClient(place), named.Sha256, cancellationToken)
                    && await shelves.PlaceAsync(place, complaint, named.Sha256, blob.Name, cancellationToken))
                {
                    yield return (complaint, named.Number);
                    break;
                }
            }
        }
    }
}
