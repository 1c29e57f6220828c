using System.Buffers.Text;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;

namespace Complaints.Verifier.Receipts;

/// <summary>The public keys of a tracker, as whoever checks holds them: never those that a bundle brings along, for it would vouch for itself.</summary>
internal sealed class PublicKeys
{
    private readonly Dictionary<string, ECParameters> keys = new(StringComparer.Ordinal);

    /// <summary>Reads a JWK set (RFC 7517), with only the keys that can check a receipt: ECDSA on P-256.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is no JWK set, or has no such key.</exception>
    public static PublicKeys Read(string path)
    {
        var read = new PublicKeys();

        try
        {
            foreach (var key in JsonElement.Parse(File.ReadAllBytes(path)).GetProperty("keys").EnumerateArray())
            {
                if (Text(key, "kty") == "EC" && Text(key, "crv") == "P-256")
                {
                    read.keys.Add(Text(key, "kid")!, new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Number(key, "x"), Y = Number(key, "y") } });
                }
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new JsonException("The file with the keys is no JWK set.", e);
        }

        return read.keys.Count > 0 ? read : throw new JsonException("There is no P-256 key in the file with the keys.");
    }

    /// <summary>What is wrong with a receipt's signature, as a sentence; null if it is that of its key.</summary>
    public string? FaultOf(Receipt receipt) => FaultOf("the receipt", receipt.Key, receipt.Signed.Span, receipt.Signature);

    /// <summary>What is wrong with the signature of anything, as a sentence; null if it is that of its key.</summary>
    /// <param name="what">What it is called.</param>
    /// <param name="id">The name of the key.</param>
    /// <param name="signed">The bytes that were signed.</param>
    /// <param name="signature">The signature, in base64url.</param>
    public string? FaultOf(string what, string id, ReadOnlySpan<byte> signed, string signature) =>
        !keys.TryGetValue(id, out var key) ? $"{what} is signed with a key that is not among those given, {id}."
        : IsSigned(signed, signature, key) ? null
        : $"{what} was changed: its signature is not that of the key {id}.";

    private static bool IsSigned(ReadOnlySpan<byte> signed, string signature, ECParameters parameters)
    {
        try
        {
            using var key = ECDsa.Create(parameters);
            return key.VerifyData(signed, Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement key, string name) => key.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static byte[] Number(JsonElement key, string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
