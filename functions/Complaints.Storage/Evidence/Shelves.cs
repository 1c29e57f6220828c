using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Complaints.Storage.Evidence;

/// <summary>
/// Moves documents from <c>incoming/</c> to the place that their event gives them. Any number of processes may try at once, and each may die at any
/// point: a blob leaves <c>incoming/</c> only after it was copied, and only by the one that copied it.
/// </summary>
internal sealed class Shelves(BlobContainerClient evidence)
{
    private const string Hash = "sha256";
    private const int Rounds = 3;

    public static Dictionary<string, string> Label(string sha256) => new() { [Hash] = sha256 };

    public static string? HashOf(IDictionary<string, string> label) => label.TryGetValue(Hash, out var sha256) ? sha256 : null;

    /// <summary>Puts a document in its place, from the blob given or another of this complaint and hash; false if it is nowhere.</summary>
    /// <exception cref="InvalidOperationException">Another document lies in the place.</exception>
    public async Task<bool> PlaceAsync(string place, string complaintId, string sha256, string? incoming, CancellationToken cancellationToken)
    {
        var target = evidence.GetBlobClient(place);

        for (var round = 0; round < Rounds; round++)
        {
            if (await IsPlacedAsync(target, sha256, cancellationToken))
            {
                return true;
            }

            var from = (round == 0 ? incoming : null) ?? await FindIncomingAsync(complaintId, sha256, cancellationToken);

            if (from is null)
            {
                return await IsPlacedAsync(target, sha256, cancellationToken); // somebody may have moved it between the two looks
            }

            var source = evidence.GetBlobClient(from);

            if (await CopyAsync(source, target, cancellationToken))
            {
                await source.DeleteIfExistsAsync(cancellationToken: cancellationToken);
                return true;
            }
        }

        return await IsPlacedAsync(target, sha256, cancellationToken);
    }

    /// <summary>Whether the document lies in its place, whole: a copy on its way is waited for, one that failed is cleared away.</summary>
    /// <exception cref="InvalidOperationException">Another document lies there.</exception>
    public static async Task<bool> IsPlacedAsync(BlobClient target, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await target.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;

            if (HashOf(found.Metadata) is { } other && other != sha256)
            {
                throw new InvalidOperationException($"{target.Name} holds another document than the one with SHA-256 {sha256}.");
            }

            switch (found.CopyId is null ? CopyStatus.Success : found.CopyStatus)
            {
                case CopyStatus.Success:
                    return true;
                case CopyStatus.Pending:
                    await new CopyFromUriOperation(found.CopyId, target).WaitForCompletionAsync(cancellationToken);
                    return true;
                default:
                    await target.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = found.ETag }, cancellationToken: cancellationToken);
                    return false;
            }
        }
        catch (RequestFailedException absent) when (absent.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return false;
        }
    }

    /// <summary>The blob among the incoming of a complaint that is labelled with this hash; null if none is.</summary>
    public async Task<string?> FindIncomingAsync(string complaintId, string sha256, CancellationToken cancellationToken)
    {
        var all = evidence.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, BlobNames.AllIncomingOf(complaintId), cancellationToken);

        await foreach (var blob in all)
        {
            if (HashOf(blob.Metadata) == sha256)
            {
                return blob.Name;
            }
        }

        return null;
    }

    private static async Task<bool> CopyAsync(BlobClient source, BlobClient target, CancellationToken cancellationToken)
    {
        try
        {
            var isNew = new BlobCopyFromUriOptions { DestinationConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            var copying = await target.StartCopyFromUriAsync(source.Uri, isNew, cancellationToken);
            await copying.WaitForCompletionAsync(cancellationToken);
            return true;
        }
        catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 409 or 412)
        {
            return false; // the source is gone or the place is taken: somebody else moved it
        }
    }
}
