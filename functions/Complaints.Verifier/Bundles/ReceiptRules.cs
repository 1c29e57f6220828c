using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Bundles;

/// <summary>What a receipt tells of has to be in the bundle.</summary>
internal static class ReceiptRules
{
    /// <summary>What is wrong with the bundle's own receipt, made with it: it has to tell of all that is there.</summary>
    public static IEnumerable<string> OwnFaults(Bundle bundle, PublicKeys? keys)
    {
        var own = bundle.Receipt;

        if (own.Version != bundle.Links.Count)
        {
            yield return FormattableString.Invariant($"receipt.json tells of {own.Version} events, the bundle has {bundle.Links.Count}.");
        }

        if (own.Rulebooks is null)
        {
            yield return "receipt.json does not say what is in the rulebooks: it is of an older format than the bundle.";
        }

        foreach (var fault in Faults(bundle, own, keys))
        {
            yield return $"receipt.json: {fault}";
        }
    }

    /// <summary>What is wrong with a receipt, or what the bundle has no longer of it.</summary>
    public static IEnumerable<string> Faults(Bundle bundle, Receipt receipt, PublicKeys? keys)
    {
        if (keys?.FaultOf(receipt) is { } forged)
        {
            yield return forged;
            yield break;
        }

        if (receipt.Complaint != bundle.Manifest.Complaint || receipt.Reference != bundle.Manifest.Reference || receipt.Election != bundle.Manifest.Election)
        {
            yield return $"the receipt is that of another complaint, {receipt.Complaint}.";
            yield break;
        }

        foreach (var fault in receipt.FaultsOf(bundle.Links))
        {
            yield return fault;
        }

        if (receipt.Rulebook != bundle.PinAt(receipt.Version))
        {
            yield return FormattableString.Invariant($"the receipt names the rulebook {receipt.Rulebook}, at event {receipt.Version} it was {bundle.PinAt(receipt.Version)}.");
        }

        foreach (var rulebook in receipt.Rulebooks ?? [])
        {
            if (bundle.Rulebooks.FirstOrDefault(each => each.Version == rulebook.Version)?.Sha256 != rulebook.Sha256)
            {
                yield return $"the rulebook {rulebook.Version} is not the one that the receipt names: its document is another.";
            }
        }

        if (receipt.Rulebooks is { } named && !named.Select(each => each.Version).SequenceEqual(bundle.PinsAt(receipt.Version)))
        {
            yield return "the rulebooks are not those that the receipt names.";
        }

        if (!receipt.Documents.SequenceEqual(bundle.RecordedAt(receipt.Version).Select(each => new ReceiptDocument(each.Number, each.Sha256))))
        {
            yield return "the documents are not those that the receipt names.";
        }
    }
}
