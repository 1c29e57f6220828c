using System.IO;
using System.Text.Json;

namespace Complaints.Verifier.Bundles;

/// <summary>What somebody was given on an earlier day: so many events there were, and that was the hash of the last.</summary>
internal sealed record Receipt(string Complaint, int Version, string Hash)
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It is no receipt.</exception>
    public static Receipt Read(string path) =>
        JsonSerializer.Deserialize<Receipt>(File.ReadAllBytes(path), Reading.Strict) is { Version: > 0 } receipt ? receipt : throw new JsonException("That is no receipt.");

    /// <summary>What the bundle has no longer, or has otherwise.</summary>
    public IEnumerable<string> Faults(Bundle bundle)
    {
        if (Complaint != bundle.Manifest.Complaint)
        {
            yield return $"the receipt is that of another complaint, {Complaint}.";
        }
        else if (bundle.Links.Count < Version)
        {
            yield return FormattableString.Invariant($"event {bundle.Links.Count + 1} is missing: the receipt tells of {Version} events, the bundle ends after {bundle.Links.Count}.");
        }
        else if (bundle.Links[Version - 1].Hash != Hash)
        {
            yield return FormattableString.Invariant($"event {Version} is not the one the receipt tells of: its hash is another.");
        }
    }
}
