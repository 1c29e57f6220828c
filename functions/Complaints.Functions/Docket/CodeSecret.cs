using System.Net;
using System.Security.Cryptography;
using System.Text;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket;

/// <summary>
/// The secret of the hosts that nothing in storage holds. A request that may be repeated is answered with the same receipt code by it, and an address is counted
/// under a mark that tells nobody without it where somebody called from.
/// </summary>
internal sealed class CodeSecret
{
    private const int LeastBytes = 32;

    private readonly byte[] secret;

    private CodeSecret(byte[] secret) => this.secret = secret;

    /// <summary>Reads it from configuration.</summary>
    /// <exception cref="FormatException">It is not the base64 of 32 bytes or more; the message does not repeat it.</exception>
    public static CodeSecret Parse(string configured)
    {
        var bytes = new byte[configured.Length];
        return Convert.TryFromBase64String(configured, bytes, out var written) && written >= LeastBytes
            ? new CodeSecret(bytes[..written])
            : throw new FormatException($"COMPLAINTS_CODE_SECRET is not the base64 of {LeastBytes} random bytes or more.");
    }

    /// <summary>The code that answers a request: the same one for the same caller, door, complaint and key.</summary>
    public ReceiptCode CodeFor(CodeRequest request) => ReceiptCode.From(Mac("code", request.Caller, request.Door, request.Complaint, request.Key).AsSpan(0, ReceiptCode.Bytes));

    /// <summary>What stands for an address in storage.</summary>
    public string MarkOf(IPAddress address) => Convert.ToHexStringLower(Mac("address", address.ToString()).AsSpan(0, 16));

    // The key comes last: it is the only part that may hold a line break.
    private byte[] Mac(params ReadOnlySpan<string> parts) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Join('\n', parts.ToArray())));
}

/// <summary>A request for a receipt code that may be repeated.</summary>
/// <param name="Caller">Who asks: a pseudonym.</param>
/// <param name="Door">Where: the JSON door and a form's are not the same.</param>
/// <param name="Complaint">The complaint's id.</param>
/// <param name="Key">What the caller marks it with, or random where they do not.</param>
internal sealed record CodeRequest(string Caller, string Door, string Complaint, string Key)
{
    /// <summary>What marks it in storage. The code cannot be had from it.</summary>
    public string Mark => Convert.ToHexStringLower(Reference.Seed(Caller, Door, Complaint, Key).AsSpan(0, 16));
}
