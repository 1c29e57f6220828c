using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>
/// The keys of receipts, ECDSA on P-256 with SHA-256, each under a name. The first is current and signs; the others, of which the private half may have been
/// destroyed, still prove what they signed.
/// </summary>
internal sealed class ReceiptKeys
{
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly string current;
    private readonly Dictionary<string, ECParameters> keys;

    private ReceiptKeys(string current, Dictionary<string, ECParameters> keys)
    {
        this.current = current;
        this.keys = keys;
    }

    /// <summary>Reads keys from configuration: <c>id:base64,id:base64</c>, of PKCS#8, or for older ones of SubjectPublicKeyInfo; the current one first.</summary>
    /// <exception cref="FormatException">It is empty, or an entry is not a new name and such a key, or the first cannot sign; the message repeats no key.</exception>
    public static ReceiptKeys Parse(string configured)
    {
        var read = new Dictionary<string, ECParameters>(StringComparer.Ordinal);

        foreach (var entry in configured.Split(',', StringSplitOptions.TrimEntries))
        {
            if (entry.Split(':', 2) is not [{ Length: > 0 } id, var base64] || !id.All(each => char.IsAsciiLetterLower(each) || char.IsAsciiDigit(each) || each == '-'))
            {
                throw new FormatException($"Entry {read.Count + 1} of COMPLAINTS_RECEIPT_KEYS is not id:base64, with an id of lower-case letters, digits and '-'.");
            }

            if (!read.TryAdd(id, KeyOf(id, base64)))
            {
                throw new FormatException($"COMPLAINTS_RECEIPT_KEYS names the key {id} twice.");
            }

            if (read.Count == 1 && read[id].D is null)
            {
                throw new FormatException($"The first key of COMPLAINTS_RECEIPT_KEYS, {id}, is a public one: it cannot sign.");
            }
        }

        return new ReceiptKeys(read.Keys.First(), read);
    }

    /// <summary>The name of the key that signs.</summary>
    public string Current => current;

    /// <summary>A receipt for a complaint as it is now.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="hash">The hash of its last event.</param>
    /// <param name="rulebooks">Every rulebook it was judged under.</param>
    /// <param name="now">The hour.</param>
    public SignedReceipt Issue(Complaint complaint, string hash, IEnumerable<Rulebook> rulebooks, Instant now)
    {
        var receipt = Receipt.Of(complaint, hash, rulebooks, now, current);
        return new SignedReceipt(receipt, Sign(receipt.Canonical()));
    }

    /// <summary>The current key's signature over these bytes, r and s one after the other, in base64url. They have to name their format: what is signed as one thing must not pass for another.</summary>
    public string Sign(byte[] canonical)
    {
        using var key = ECDsa.Create(keys[current]);
        return Base64Url.EncodeToString(key.SignData(canonical, HashAlgorithmName.SHA256));
    }

    /// <summary>The receipt in this JSON, if a key of this tracker signed just that; null if none did. White space and the order of names make no difference.</summary>
    public Receipt? Signed(JsonElement receipt, string signature)
    {
        if (Text(receipt, "format") is not (Receipt.CurrentFormat or Receipt.FirstFormat)
            || Text(receipt, "key") is not { } id || !keys.TryGetValue(id, out var parameters)
            || !Base64Url.IsValid(signature))
        {
            return null;
        }

        using var key = ECDsa.Create(parameters);
        return key.VerifyData(RecordJson.Canonical(JsonObject.Create(receipt)!), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256)
            ? receipt.Deserialize<Receipt>(RecordJson.Options)
            : null;
    }

    /// <summary>The public halves as a JWK set (RFC 7517).</summary>
    public object Published() => new { keys = keys.Select(each => Published(each.Key, each.Value.Q)) };

    private static string? Text(JsonElement whole, string name) =>
        whole.ValueKind is JsonValueKind.Object && whole.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static object Published(string id, ECPoint point) => new
    {
        kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y), kid = id, use = "sig", alg = "ES256",
    };

    private static ECParameters KeyOf(string id, string base64)
    {
        try
        {
            var der = Convert.FromBase64String(base64);
            var parameters = ParametersOf(der);
            return parameters.Curve.Oid.Value == P256 ? parameters : throw new CryptographicException("Another curve.");
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new FormatException($"The receipt key {id} is not the base64 of a P-256 key, in PKCS#8 or, for one that only proves, in SubjectPublicKeyInfo.", e);
        }
    }

    private static ECParameters ParametersOf(byte[] der)
    {
        using var key = ECDsa.Create();

        try
        {
            key.ImportPkcs8PrivateKey(der, out _);
            return key.ExportParameters(includePrivateParameters: true);
        }
        catch (CryptographicException)
        {
            key.ImportSubjectPublicKeyInfo(der, out _);
            return key.ExportParameters(includePrivateParameters: false);
        }
    }
}
