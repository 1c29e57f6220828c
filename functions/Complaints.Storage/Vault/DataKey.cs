using System.Security.Cryptography;
using System.Text;

namespace Complaints.Storage.Vault;

/// <summary>
/// The random 256-bit key of one complaint. Nothing is sealed under it directly: each purpose derives its own key from it, so no two
/// purposes share one. Its bytes are wiped when it is disposed.
/// </summary>
internal sealed class DataKey : IDisposable
{
    public const int Bytes = 32;

    private readonly byte[] bytes;

    private DataKey(byte[] bytes) => this.bytes = bytes;

    public static DataKey Draw() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <exception cref="CryptographicException">It was changed, is another complaint's, or was wrapped by another key.</exception>
    public static DataKey Unwrap(ReadOnlySpan<byte> wrappingKey, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> belongsTo)
    {
        var opened = SealedBytes.Open(wrappingKey, wrapped, belongsTo);
        return opened.Length == Bytes ? new DataKey(opened) : throw new CryptographicException($"A data key has {Bytes} bytes, not {opened.Length}.");
    }

    public byte[] Wrap(ReadOnlySpan<byte> wrappingKey, ReadOnlySpan<byte> belongsTo) => SealedBytes.Seal(wrappingKey, bytes, belongsTo);

    /// <summary>The key for one purpose, by HKDF with SHA-256 (RFC 5869); the caller wipes it.</summary>
    public byte[] For(string purpose, ReadOnlySpan<byte> salt = default)
    {
        var derived = new byte[Bytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, derived, salt, Encoding.UTF8.GetBytes(purpose));
        return derived;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(bytes);
}
