using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>
/// The reference people read out, for example <c>KZ21P-4F7K2Q9D-X</c>: the election's code, eight characters (day, random, shard) and a check
/// character. In lower case it is the complaint's id. It is no secret.
/// </summary>
/// <remarks>
/// The alphabet is Crockford's base 32, so O reads as 0 and I or L as 1. The check character is a weighted sum over GF(32): it catches every
/// single wrong character and every swap of two.
/// </remarks>
public sealed record Reference
{
    internal const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>How many characters follow the code: the body and the check character.</summary>
    private const int Tail = 9;

    /// <summary>The minus sign, which Unicode does not count among the hyphens.</summary>
    private const char Minus = '\u2212';

    private static readonly LocalDate FirstDay = new(2020, 1, 1);

    private Reference(string code, string body)
    {
        Code = code;
        Body = body;
    }

    /// <summary>The election's short code.</summary>
    public string Code { get; }

    /// <summary>Day, random part and shard: three, four and one characters.</summary>
    public string Body { get; }

    /// <summary>The part of the election's record it lies in: one hexadecimal digit.</summary>
    public char Shard => char.ToLowerInvariant(Body[7]);

    /// <summary>The name in keys and addresses.</summary>
    public string Id => ToString().ToLowerInvariant();

    /// <summary>Draws a reference from 32 bytes of randomness, or of a hash where the same request must meet its own rows again.</summary>
    public static Reference Draw(string code, Instant now, ReadOnlySpan<byte> seed)
    {
        var day = Math.Clamp(Period.DaysBetween(FirstDay, now.InUtc().Date), 0, 32767);
        var draw = BinaryPrimitives.ReadUInt32BigEndian(seed);
        Span<char> body =
        [
            Alphabet[day >> 10], Alphabet[(day >> 5) & 31], Alphabet[day & 31],
            Alphabet[(int)(draw >> 27)], Alphabet[(int)(draw >> 22) & 31], Alphabet[(int)(draw >> 17) & 31], Alphabet[(int)(draw >> 12) & 31],
            Alphabet[(int)(draw & 15)],
        ];
        return new Reference(code.ToUpperInvariant(), new string(body));
    }

    /// <summary>The seed for a request that may be repeated.</summary>
    public static byte[] Seed(params ReadOnlySpan<string> parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.ToArray())));

    /// <summary>The seed to draw again from where a reference is taken. It leads to the same shard, where a repeated request finds its answer.</summary>
    public static byte[] SeedAfter(ReadOnlySpan<byte> seed)
    {
        var next = SHA256.HashData(seed);
        next[3] = (byte)((next[3] & 0xf0) | (seed[3] & 0x0f));
        return next;
    }

    /// <summary>Whether a code can begin a reference: two to six characters of the alphabet.</summary>
    public static bool IsCode(string code) => code.Length is >= 2 and <= 6 && code.ToUpperInvariant().All(Alphabet.Contains);

    /// <summary>Reads what somebody typed, copied or read out. Refused with <c>reference.mistyped</c> before anything is looked up.</summary>
    public static Result<Reference> Parse(string typed)
    {
        var tidy = Tidy(typed);
        string[] parts = tidy.Contains('-', StringComparison.Ordinal) || tidy.Length <= Tail ? tidy.Split('-') : [tidy[..^Tail], tidy[^Tail..^1], tidy[^1..]];

        if (parts is not [{ } code, { Length: 8 } body, { Length: 1 } check] || !IsCode(code) || !body.All(Alphabet.Contains) || !Uri.IsHexDigit(body[7]))
        {
            return new Refusal("reference.malformed", $"'{typed}' is not a reference. One looks like KZ21P-4F7K2Q9D-X.", Field: "id");
        }

        return check[0] == Check(code + body)
            ? new Reference(code, body)
            : new Refusal("reference.mistyped", $"'{typed}' has a wrong character somewhere: its check character does not fit.", Field: "id");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Code}-{Body}-{Check(Code + Body)}";

    /// <summary>
    /// A reference or a code as it was meant: capitals, O as zero, I and L as one, a hyphen for each of its kinds. Spaces and signs that are not seen, as they come
    /// along from paper and messengers, are left out.
    /// </summary>
    internal static string Tidy(string typed) => string.Concat(typed
        .Where(each => !char.IsWhiteSpace(each) && char.GetUnicodeCategory(each) is not UnicodeCategory.Format)
        .Select(each => each == Minus || char.GetUnicodeCategory(each) is UnicodeCategory.DashPunctuation ? '-' : each))
        .ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');

    private static char Check(string text)
    {
        var sum = 0;

        foreach (var each in text)
        {
            sum = Twice(sum) ^ Alphabet.IndexOf(each, StringComparison.Ordinal);
        }

        return Alphabet[Twice(sum)];
    }

    /// <summary>Multiplies by x in GF(32) with the primitive polynomial x^5 + x^2 + 1.</summary>
    private static int Twice(int value) => (value << 1) ^ ((value & 16) == 0 ? 0 : 0b100101);
}
