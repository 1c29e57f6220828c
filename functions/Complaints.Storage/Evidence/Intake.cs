using System.IO;
using System.Security.Cryptography;
using Complaints.Domain;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Evidence;

/// <summary>The hash and size of what was taken in.</summary>
internal sealed record Taken(string Sha256, long Size);

/// <summary>The way of a document's bytes from the sender past scanner and watch, through hash and encryption, into an upload; two chunks in memory at a time.</summary>
internal sealed class Intake(DataKey dataKey, string complaintId, BlockUpload upload, ContentWatch watch, Tap? tap)
{
    /// <summary>Sends everything on; refused as soon as there are more bytes than allowed, or bytes that are not taken.</summary>
    public async Task<Result<Taken>> RunAsync(Memory<byte> first, Stream rest, Allowance allowance, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var cipher = ChunkCipher.Begin(dataKey, complaintId, (await upload.RoomAsync(ChunkCipher.HeaderBytes)).Span);
        upload.Advance(ChunkCipher.HeaderBytes);

        var (current, spare) = (first, new byte[ChunkCipher.PlainBytes].AsMemory());
        var size = 0L;

        while (true)
        {
            size += current.Length;

            if (size > allowance.Bytes)
            {
                return allowance.Over;
            }

            // Whether a chunk is the last is part of what its seal vouches for, so the next is read first.
            var next = current.Length < ChunkCipher.PlainBytes
                ? 0
                : await rest.ReadAtLeastAsync(spare, spare.Length, throwOnEndOfStream: false, cancellationToken);

            if (watch.See(current.Span, isLast: next == 0) is { } unwanted)
            {
                return unwanted;
            }

            if (tap is not null)
            {
                await tap(current, cancellationToken);
            }

            var room = await upload.RoomAsync(ChunkCipher.SealedBytes);
            hash.AppendData(current.Span);
            upload.Advance(cipher.Seal(current.Span, isLast: next == 0, room.Span));

            if (next == 0)
            {
                return new Taken(Convert.ToHexStringLower(hash.GetCurrentHash()), size);
            }

            (current, spare) = (spare[..next], current);
        }
    }
}

/// <summary>Is shown every plain byte of a document while it is taken in, in order.</summary>
public delegate ValueTask Tap(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
