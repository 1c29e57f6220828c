using System.Security.Cryptography;

namespace Complaints.Domain.Docket;

/// <summary>The hash chain of a history: hash = SHA-256(previous hash + canonical event). Whoever changes one event breaks all that follow.</summary>
public static class Chain
{
    /// <summary>What stands before the first event.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The hash of one event, lower-case hexadecimal.</summary>
    /// <param name="previous">The hash of the event before it, or <see cref="Beginning"/>.</param>
    /// <param name="canonical">The event in its canonical form.</param>
    public static string Hash(string previous, ReadOnlySpan<byte> canonical)
    {
        Span<byte> both = new byte[32 + canonical.Length];
        Convert.FromHexString(previous, both, out _, out _);
        canonical.CopyTo(both[32..]);
        return Convert.ToHexStringLower(SHA256.HashData(both));
    }
}
