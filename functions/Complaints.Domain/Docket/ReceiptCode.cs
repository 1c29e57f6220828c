namespace Complaints.Domain.Docket;

/// <summary>
/// The code with which a complainant follows their own complaint, for example <c>4F7K-2Q9D-M0ZT-8C3W-XH5R</c>: 100 random bits in Crockford's base 32, so that O
/// reads as 0 and I or L as 1, and capitals, spaces and hyphens of any kind make no difference. It is a secret.
/// </summary>
public sealed class ReceiptCode
{
    /// <summary>How many bytes one is drawn from; half of the last is left over.</summary>
    public const int Bytes = 13;

    private const int Characters = 20;
    private const int Group = 4;

    private readonly string text;

    private ReceiptCode(string text) => this.text = text;

    /// <summary>The twenty characters alone: what is hashed.</summary>
    public string Plain => text;

    /// <summary>Makes a code from random bytes.</summary>
    public static ReceiptCode From(ReadOnlySpan<byte> random)
    {
        Span<char> drawn = stackalloc char[Characters];

        for (var at = 0; at < Characters; at++)
        {
            var value = 0;

            for (var bit = at * 5; bit < (at + 1) * 5; bit++)
            {
                value = (value << 1) | ((random[bit / 8] >> (7 - (bit % 8))) & 1);
            }

            drawn[at] = Reference.Alphabet[value];
        }

        return new ReceiptCode(new string(drawn));
    }

    /// <summary>Reads a code as somebody typed it.</summary>
    public static Result<ReceiptCode> Parse(string typed)
    {
        var tidy = Reference.Tidy(typed).Replace("-", "", StringComparison.Ordinal);

        return tidy.Length == Characters && tidy.All(Reference.Alphabet.Contains)
            ? new ReceiptCode(tidy)
            : new Refusal("code.malformed", "That is not a receipt code. One has 20 letters and digits, like 4F7K-2Q9D-M0ZT-8C3W-XH5R.", Field: "code");
    }

    /// <summary>The code in groups, as it is written down.</summary>
    public override string ToString() => string.Join('-', text.Chunk(Group).Select(each => new string(each)));
}
