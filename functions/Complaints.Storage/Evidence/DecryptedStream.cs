using System.IO;
using System.Security.Cryptography;
using Complaints.Storage.Vault;

namespace Complaints.Storage.Evidence;

/// <summary>
/// The plain bytes of a document, decrypted chunk by chunk while it is read. A chunk's bytes come out only once it has proved whole, the last
/// chunk's only once the whole document has the hash it should have.
/// </summary>
internal sealed class DecryptedStream : Stream
{
    private readonly Stream source;
    private readonly ChunkCipher cipher;
    private readonly string what;
    private readonly string sha256;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] plain = new byte[ChunkCipher.PlainBytes];
    private byte[] current = new byte[ChunkCipher.SealedBytes];
    private byte[] ahead = new byte[ChunkCipher.SealedBytes];
    private int aheadBytes;
    private int position;
    private int available;
    private bool hasEnded;
    private InvalidDataException? broken;

    private DecryptedStream(Stream source, ChunkCipher cipher, string what, string sha256)
    {
        this.source = source;
        this.cipher = cipher;
        this.what = what;
        this.sha256 = sha256;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins to read a document that errors call <paramref name="what"/>; the stream disposes of its source.</summary>
    /// <exception cref="InvalidDataException">It does not begin as encrypted documents do.</exception>
    public static async Task<DecryptedStream> BeginAsync(
        Stream source, DataKey dataKey, string complaintId, string what, string sha256, CancellationToken cancellationToken)
    {
        var header = new byte[ChunkCipher.HeaderBytes];
        var read = await source.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken);
        var stream = new DecryptedStream(source, ChunkCipher.Resume(dataKey, complaintId, header.AsSpan(0, read)), what, sha256);
        await stream.ReadAheadAsync(cancellationToken);
        return stream;
    }

    /// <exception cref="InvalidDataException">The document was changed in storage.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position == available && !hasEnded && buffer.Length > 0)
        {
            await OpenNextAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, available - position);
        plain.AsMemory(position, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A document is read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
        // Nothing is ever written.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(plain);
            source.Dispose();
            cipher.Dispose();
            hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ReadAheadAsync(CancellationToken cancellationToken) =>
        aheadBytes = await source.ReadAtLeastAsync(ahead, ahead.Length, throwOnEndOfStream: false, cancellationToken);

    private async Task OpenNextAsync(CancellationToken cancellationToken)
    {
        if (broken is not null)
        {
            throw broken;
        }

        (current, ahead) = (ahead, current);
        var sealedBytes = aheadBytes;
        await ReadAheadAsync(cancellationToken);
        var isLast = aheadBytes == 0;

        try
        {
            var opened = cipher.Open(current.AsSpan(0, sealedBytes), isLast, plain);
            hash.AppendData(plain, 0, opened);

            if (isLast && Convert.ToHexStringLower(hash.GetCurrentHash()) != sha256)
            {
                throw broken = new InvalidDataException($"{what} has another SHA-256 than its event says.");
            }

            (position, available, hasEnded) = (0, opened, isLast);
        }
        catch (CryptographicException cause)
        {
            broken = new InvalidDataException($"{what} was changed in storage: its chunk {cipher.Next} is not the one that was written.", cause);
            throw broken;
        }
    }
}
