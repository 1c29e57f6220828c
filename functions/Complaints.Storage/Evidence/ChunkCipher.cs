using System.Buffers.Binary;
using System.IO;
using System.Security.Cryptography;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Evidence;

/// <summary>
/// A document's encryption, chunk by chunk: AES-256-GCM under a key of the document's own, the chunk's number as nonce and whether it is the last
/// as associated data, so that a chunk changed, left out, repeated, moved or cut off does not open. A mark and the key's salt go before the first.
/// </summary>
internal sealed class ChunkCipher : IDisposable
{
    public const int HeaderBytes = 40;
    public const int PlainBytes = 64 * 1024;
    public const int SealedBytes = PlainBytes + TagBytes;

    private const int TagBytes = 16;
    private const int NonceBytes = 12;

    private readonly AesGcm aes;
    private ulong next;

    private ChunkCipher(DataKey dataKey, string complaintId, ReadOnlySpan<byte> header)
    {
        var key = dataKey.For($"evidence/1/{complaintId}", header[Mark.Length..]);
        aes = new AesGcm(key, TagBytes);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>Which chunk comes next, from 0.</summary>
    public ulong Next => next;

    private static ReadOnlySpan<byte> Mark => "EVIDENC1"u8;

    /// <summary>How many bytes a document of this size has, not an empty one, once it is sealed.</summary>
    public static long BytesFor(long size) => HeaderBytes + size + ((size + PlainBytes - 1) / PlainBytes * TagBytes);

    /// <summary>For a new document: writes its header, with a random salt.</summary>
    public static ChunkCipher Begin(DataKey dataKey, string complaintId, Span<byte> header)
    {
        Mark.CopyTo(header);
        RandomNumberGenerator.Fill(header[Mark.Length..HeaderBytes]);
        return new ChunkCipher(dataKey, complaintId, header[..HeaderBytes]);
    }

    /// <summary>For a document that begins with this header.</summary>
    /// <exception cref="InvalidDataException">It is not a header.</exception>
    public static ChunkCipher Resume(DataKey dataKey, string complaintId, ReadOnlySpan<byte> header) =>
        header.Length == HeaderBytes && header.StartsWith(Mark)
            ? new ChunkCipher(dataKey, complaintId, header)
            : throw new InvalidDataException($"A document of complaint {complaintId} does not begin as encrypted documents do.");

    /// <summary>Seals the next chunk; returns how many bytes it takes.</summary>
    public int Seal(ReadOnlySpan<byte> plain, bool isLast, Span<byte> whole)
    {
        aes.Encrypt(Nonce(stackalloc byte[NonceBytes]), plain, whole[..plain.Length], whole.Slice(plain.Length, TagBytes), Flag(isLast));
        next++;
        return plain.Length + TagBytes;
    }

    /// <summary>Opens the next chunk; returns how many plain bytes it has.</summary>
    /// <exception cref="CryptographicException">It is not the chunk that was sealed here.</exception>
    public int Open(ReadOnlySpan<byte> whole, bool isLast, Span<byte> plain)
    {
        if (whole.Length < TagBytes)
        {
            throw new CryptographicException($"{whole.Length} bytes are too few to be a chunk.");
        }

        var length = whole.Length - TagBytes;
        aes.Decrypt(Nonce(stackalloc byte[NonceBytes]), whole[..length], whole[length..], plain[..length], Flag(isLast));
        next++;
        return length;
    }

    public void Dispose() => aes.Dispose();

    private static ReadOnlySpan<byte> Flag(bool isLast) => isLast ? "last"u8 : "more"u8;

    private Span<byte> Nonce(Span<byte> nonce)
    {
        nonce.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(nonce[(NonceBytes - sizeof(ulong))..], next);
        return nonce;
    }
}
