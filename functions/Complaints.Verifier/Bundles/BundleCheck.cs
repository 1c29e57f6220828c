using System.IO;
using System.Text.Json;
using Complaints.Verifier.Chains;
using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Bundles;

/// <summary>Checks a bundle with nothing but the bundle, and what is held against it: documents, a receipt, and the keys that sign receipts.</summary>
internal static class BundleCheck
{
    /// <summary>The verdict on a file.</summary>
    /// <param name="file">The zip.</param>
    /// <param name="documents">The folder with the documents; null where they are not at hand.</param>
    /// <param name="receipt">The file with the receipt; null where there is none.</param>
    /// <param name="keys">The file with the tracker's public keys; null where they are not at hand, and then no signature is checked.</param>
    /// <exception cref="IOException">A file or folder that was named cannot be read.</exception>
    public static Verdict Of(string file, string? documents, string? receipt, string? keys)
    {
        var held = new Held(
            documents is null ? null : GivenDocuments.Read(documents), receipt is null ? null : Receipt.Read(receipt), keys is null ? null : PublicKeys.Read(keys));

        try
        {
            var files = ZipFiles.Read(file);
            return files.Fault is { } fault ? Verdict.Bad(fault) : Of(new Bundle(files), held);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return Verdict.Bad($"the bundle is cut off, or it is none: {new StringReader(e.Message).ReadLine()}");
        }
    }

    private static Verdict Of(Bundle bundle, Held held) =>
        Faults(bundle, held).FirstOrDefault() is { } first ? Verdict.Bad($"{bundle.Manifest.Complaint}: {first}") : Verdict.Well(FormattableString.Invariant(
            $"{bundle.Manifest.Reference}, {bundle.Links.Count} events, {bundle.Documents.Count} documents ({held.OfDocuments}), {bundle.Rulebooks.Count} rulebooks, receipt {held.OfReceipt}, {held.OfSignatures}"));

    /// <summary>What is wrong, one after the other: each may rely on what stands before it.</summary>
    private static IEnumerable<string> Faults(Bundle bundle, Held held)
    {
        if (ChainWalk.FirstFault(bundle.Links) is { } broken)
        {
            yield return broken;
            yield break;
        }

        var faults = ManifestRules.Faults(bundle)
            .Concat(RulebookRules.Faults(bundle))
            .Concat(held.Documents?.Faults(bundle.Documents) ?? [])
            .Concat(held.Receipt is { } receipt ? ReceiptRules.Faults(bundle, receipt, held.Keys) : [])
            .Concat(ReceiptRules.OwnFaults(bundle, held.Keys))
            .Concat(ManifestRules.SignatureFaults(bundle, held.Keys));

        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    /// <summary>What is held against a bundle.</summary>
    private sealed record Held(GivenDocuments? Documents, Receipt? Receipt, PublicKeys? Keys)
    {
        public string OfDocuments => Documents is null ? "not given" : "all there";

        public string OfSignatures => Keys is null
            ? "no signature checked: without keys nothing proves that events, law and timeline are what the tracker gave"
            : "own receipt and manifest signed";

        public string OfReceipt => Receipt is null ? "not given" : "signed and fits";
    }
}
