using System.IO;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Complaints.Domain.Docket;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Evidence;

/// <summary>Reads how documents lie, for whoever checks them. It changes nothing, and finishes no move.</summary>
/// <param name="evidence">The documents.</param>
/// <param name="vault">Has the keys they open with; null where they are not to be opened.</param>
public sealed class EvidenceScan(BlobContainerClient evidence, VaultStore? vault)
{
    /// <summary>Whether documents are opened.</summary>
    public bool Opens => vault is not null;

    /// <summary>A document as it lies in its place or, where its move was not finished, among the incoming; null if it is in neither.</summary>
    public async Task<KeptDocument?> FindAsync(string electionId, string complaintId, DocumentAdded document, CancellationToken cancellationToken) =>
        await LookAsync(BlobNames.Placed(electionId, complaintId, document.Number), isPlaced: true, cancellationToken)
        ?? (await new Shelves(evidence).FindIncomingAsync(complaintId, document.Sha256, cancellationToken) is { } waiting
            ? await LookAsync(waiting, isPlaced: false, cancellationToken)
            : null);

    /// <summary>Opens and hashes a document; why that fails, null if it is the one that was recorded, or is not to be opened.</summary>
    public async Task<string?> WhyNotOpenAsync(KeptDocument kept, string complaintId, DocumentAdded document, CancellationToken cancellationToken)
    {
        if (vault is null)
        {
            return null;
        }

        try
        {
            using var dataKey = await vault.ExistingDataKeyAsync(complaintId, cancellationToken);

            if (dataKey is null)
            {
                return "Its key was destroyed.";
            }

            await using var content = (await evidence.GetBlobClient(kept.Name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
            await using var plain = await DecryptedStream.BeginAsync(content, dataKey, complaintId, "It", document.Sha256, cancellationToken);
            await plain.CopyToAsync(Stream.Null, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or CryptographicException or RequestFailedException { Status: 404 })
        {
            return new StringReader(e.Message).ReadLine();
        }
    }

    private async Task<KeptDocument?> LookAsync(string name, bool isPlaced, CancellationToken cancellationToken)
    {
        try
        {
            var found = (await evidence.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;

            // A copy on its way, or one that failed, is not there yet.
            return found.CopyId is null || found.CopyStatus is CopyStatus.Success
                ? new KeptDocument(name, Shelves.HashOf(found.Metadata), found.ContentLength, isPlaced)
                : null;
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }
}

/// <summary>A document as it lies, encrypted; nothing of it is believed.</summary>
/// <param name="Name">The name of its blob.</param>
/// <param name="Sha256">The hash beside it; null if there is none.</param>
/// <param name="Bytes">Its length as it lies.</param>
/// <param name="IsPlaced">Whether it lies in its place.</param>
public sealed record KeptDocument(string Name, string? Sha256, long Bytes, bool IsPlaced)
{
    /// <summary>How long a document of this size lies: with its header, and the tag of each chunk.</summary>
    public static long BytesFor(long size) => ChunkCipher.BytesFor(size);
}
