using System.Security.Cryptography;

namespace Complaints.Storage.Vault;

/// <summary>Bytes under AES-256-GCM, bound to what they belong to: a random nonce of 96 bits, a tag of 128 bits, the ciphertext.</summary>
internal static class SealedBytes
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo)
    {
        var whole = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes), belongsTo);
        return whole;
    }

    /// <exception cref="CryptographicException">They were changed, belong to something else, or are under another key.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> whole, ReadOnlySpan<byte> belongsTo)
    {
        if (whole.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException($"{whole.Length} bytes are too few to be sealed bytes.");
        }

        var plain = new byte[whole.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(whole[..NonceBytes], whole[(NonceBytes + TagBytes)..], whole.Slice(NonceBytes, TagBytes), plain, belongsTo);
        return plain;
    }
}
