using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>A signed receipt as the tracker gave it, to be read, checked and forged without a line of the tracker.</summary>
internal sealed class AReceipt(string text)
{
    public string Text => text;

    /// <summary>What was signed.</summary>
    public JsonObject Body { get; } = JsonNode.Parse(text)!["receipt"]!.AsObject();

    /// <summary>The versions of the rulebooks it names.</summary>
    public IEnumerable<string> Rulebooks => Body["rulebooks"]!.AsArray().Select(each => (string)each!["version"]!);

    public string Signature { get; } = (string)JsonNode.Parse(text)!["signature"]!;

    /// <summary>The very bytes that were signed, as they were sent.</summary>
    public byte[] Canonical => Encoding.UTF8.GetBytes(text["{\"receipt\":".Length..text.LastIndexOf(",\"signature\":", StringComparison.Ordinal)]);

    public static async Task<AReceipt> OfAsync(Tracker tracker, AComplaint complaint)
    {
        var answer = await tracker.GetAsync($"{complaint.Path}/receipt");
        Assert.Equal((200, "application/json"), (answer.Status, answer.MediaType));
        return new AReceipt(answer.Text);
    }

    /// <summary>Whether the published key that it names signed it.</summary>
    public bool IsSignedBy(JsonElement keySet)
    {
        var key = keySet.GetProperty("keys").EnumerateArray().Single(each => each.GetProperty("kid").GetString() == (string)Body["key"]!);
        Assert.Equal(("EC", "P-256", "ES256", "sig"), (Of(key, "kty"), Of(key, "crv"), Of(key, "alg"), Of(key, "use")));
        using var ecdsa = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(Of(key, "x")), Y = Base64Url.DecodeFromChars(Of(key, "y")) },
        });
        return ecdsa.VerifyData(Canonical, Base64Url.DecodeFromChars(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Another receipt with this changed and the signature left.</summary>
    public string With(Action<JsonObject> change)
    {
        var body = Body.DeepClone().AsObject();
        change(body);
        return new JsonObject { ["receipt"] = body, ["signature"] = Signature }.ToJsonString();
    }

    /// <summary>This, signed by somebody else.</summary>
    public string SignedBy(ECDsa key, string id)
    {
        var body = Body.DeepClone().AsObject();
        body["key"] = id;
        var sorted = new JsonObject(body.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone())));
        var signature = key.SignData(Encoding.UTF8.GetBytes(sorted.ToJsonString()), HashAlgorithmName.SHA256);
        return new JsonObject { ["receipt"] = sorted, ["signature"] = Base64Url.EncodeToString(signature) }.ToJsonString();
    }

    /// <summary>The receipt with one field after the other made another.</summary>
    public IEnumerable<(string Field, string Text)> Tampered() => Body.Select(each => (each.Key, With(body => body[each.Key] = Other(each.Value!))));

    private static JsonNode Other(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Number => (int)value + 1,
        JsonValueKind.String => (string)value! is var old && old[0] == '1' ? $"2{old[1..]}" : $"1{((string)value!)[1..]}",
        _ => WithAnotherHash(value.DeepClone().AsArray()),
    };

    private static JsonArray WithAnotherHash(JsonArray named)
    {
        named[0]!["sha256"] = new string('0', 64);
        return named;
    }

    private static string Of(JsonElement key, string name) => key.GetProperty(name).GetString()!;
}
