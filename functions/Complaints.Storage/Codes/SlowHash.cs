using System.Security.Cryptography;

namespace Complaints.Storage.Codes;

/// <summary>A receipt code as it is kept: PBKDF2 with HMAC-SHA-512, salted, with its cost beside it. The code cannot be read back from it.</summary>
/// <param name="salt">16 random bytes.</param>
/// <param name="hash">32 bytes.</param>
/// <param name="iterations">What it cost.</param>
public sealed class SlowHash(byte[] salt, byte[] hash, int iterations)
{
    /// <summary>What a hash costs that is made today: OWASP's figure for PBKDF2-HMAC-SHA512 (Password Storage Cheat Sheet).</summary>
    public const int Cost = 220_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Fits no code, and takes as long to say so as any: asked where there is none.</summary>
    public static SlowHash OfNothing { get; } = new(new byte[SaltBytes], [], Cost);

    internal byte[] Salt => salt;

    internal byte[] Hash => hash;

    internal int Iterations => iterations;

    /// <summary>Hashes a new code.</summary>
    public static SlowHash Of(string code)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new SlowHash(salt, Derive(code, salt, Cost), Cost);
    }

    /// <summary>Whether it is the hash of this code. One made at an older, lower cost takes no less time to ask.</summary>
    public bool Fits(string code)
    {
        var fits = CryptographicOperations.FixedTimeEquals(Derive(code, salt, iterations), hash);

        if (iterations < Cost)
        {
            Derive(code, salt, Cost - iterations);
        }

        return fits;
    }

    private static byte[] Derive(string code, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(code, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
}
