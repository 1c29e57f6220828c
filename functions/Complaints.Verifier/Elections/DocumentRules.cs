using Complaints.Domain.Docket;
using Complaints.Storage.Evidence;

namespace Complaints.Verifier.Elections;

/// <summary>Every document that an event names has to lie where it belongs, as it was taken in. Those of an erased complaint are gone with it.</summary>
internal sealed class DocumentRules(Election election, EvidenceScan scan)
{
    private readonly Dictionary<string, (int All, int Waiting)> seen = new(StringComparer.Ordinal);

    /// <summary>How many there are, how many of them are not in their place yet, and what was looked at.</summary>
    public string Counts
    {
        get
        {
            var (all, waiting) = (seen.Values.Sum(each => each.All), seen.Values.Sum(each => each.Waiting));
            return FormattableString.Invariant(
                $"{all} documents {(scan.Opens ? "opened and hashed" : "there by hash and length, their content not opened: no vault keys given")}{(waiting > 0 ? $" ({waiting} not in their place yet)" : null)}");
        }
    }

    /// <summary>The first thing that is wrong with a complaint's documents, as a sentence; null if nothing is.</summary>
    public async Task<string?> FirstFaultAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var (all, waiting) = (0, 0);

        foreach (var document in complaint.IsErased ? [] : complaint.Documents)
        {
            // One whose move was interrupted is not lost: the tracker finishes it when it is read, or on its daily round.
            if (await scan.FindAsync(election.Id, complaint.Id, document, cancellationToken) is not { } kept)
            {
                return FormattableString.Invariant($"document {document.Number} is missing: it lies neither in its place nor among the incoming.");
            }

            if (FaultOf(document, kept) is { } fault)
            {
                return fault;
            }

            if (await scan.WhyNotOpenAsync(kept, complaint.Id, document, cancellationToken) is { } why)
            {
                return FormattableString.Invariant($"document {document.Number} does not open as the one that was recorded: {why}");
            }

            all++;
            waiting += kept.IsPlaced ? 0 : 1;
        }

        seen[complaint.Id] = (all, waiting);
        return null;
    }

    private static string? FaultOf(DocumentAdded document, KeptDocument kept) =>
        kept.Sha256 != document.Sha256 ? FormattableString.Invariant($"document {document.Number} was replaced: its label is not the SHA-256 that was recorded.")
        : KeptDocument.BytesFor(document.Size) is var bytes && kept.Bytes != bytes
            ? FormattableString.Invariant($"document {document.Number} was replaced or cut off: it lies there with {kept.Bytes} bytes, one of its size has {bytes}.")
        : null;
}
