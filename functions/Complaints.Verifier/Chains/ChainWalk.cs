using System.Security.Cryptography;

namespace Complaints.Verifier.Chains;

/// <summary>
/// Walks a chain of events from its beginning: hash = SHA-256(previous hash + event). Written here once more, and not taken from the tracker, so that a
/// mistake of one is not repeated by the other.
/// </summary>
internal static class ChainWalk
{
    private static readonly string Beginning = new('0', 64);

    /// <summary>The first thing that is wrong, as a sentence; null if nothing is.</summary>
    /// <param name="links">The chain.</param>
    /// <param name="what">What a link of it is called.</param>
    public static string? FirstFault(IReadOnlyList<Link> links, string what = "event")
    {
        var numbers = links.Select(each => each.OwnSeq()).ToArray();
        var previous = Beginning;

        for (var at = 0; at < links.Count; at++)
        {
            var (link, expected) = (links[at], at + 1);

            if (numbers[at] is not { } number)
            {
                return FormattableString.Invariant($"{what} {expected} was changed: it cannot be read.");
            }

            if (number != expected)
            {
                return Displaced(numbers, at, number, what);
            }

            if (link.Seq != expected || link.Previous != previous || link.Hash != HashOf(previous, link.Canonical.Span))
            {
                return FormattableString.Invariant($"{what} {expected} was changed: it does not fit its hash and the {what} before it.");
            }

            previous = link.Hash;
        }

        return links.Count == 0 ? $"{what} 1 is missing: there is none at all." : null;
    }

    private static string Displaced(int?[] numbers, int at, int number, string what)
    {
        var expected = at + 1;

        return numbers.Take(at).Contains(number) ? FormattableString.Invariant($"{what} {number} is there twice: it stands again where {what} {expected} should.")
            : numbers.Skip(at).Contains(expected) ? FormattableString.Invariant($"{what} {expected} is out of order: {what} {number} stands before it.")
            : FormattableString.Invariant($"{what} {expected} is missing: {what} {number} stands in its place.");
    }

    private static string HashOf(string previous, ReadOnlySpan<byte> canonical)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(previous));
        hash.AppendData(canonical);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
