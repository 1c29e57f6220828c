using System.IO;
using System.Text.Json;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Bundles;

/// <summary>Checks a bundle with nothing but the bundle, and what is held against it: documents and a receipt.</summary>
internal static class BundleCheck
{
    /// <summary>The verdict on a file.</summary>
    /// <param name="file">The zip.</param>
    /// <param name="documents">The folder with the documents; null where they are not at hand.</param>
    /// <param name="receipt">The file with the receipt; null where there is none.</param>
    /// <exception cref="IOException">A file or folder that was named cannot be read.</exception>
    public static Verdict Of(string file, string? documents, string? receipt)
    {
        var held = receipt is null ? null : Receipt.Read(receipt);
        var contents = documents is null ? null : GivenDocuments.Read(documents);

        try
        {
            var files = ZipFiles.Read(file);
            return files.Fault is { } fault ? Verdict.Bad(fault) : Of(new Bundle(files), contents, held);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return Verdict.Bad($"the bundle is cut off, or it is none: {new StringReader(e.Message).ReadLine()}");
        }
    }

    private static Verdict Of(Bundle bundle, GivenDocuments? documents, Receipt? receipt) =>
        Faults(bundle, documents, receipt).FirstOrDefault() is { } first ? Verdict.Bad($"{bundle.Manifest.Complaint}: {first}") : Verdict.Well(FormattableString.Invariant(
            $"{bundle.Manifest.Reference}, {bundle.Links.Count} events, {bundle.Documents.Count} documents ({(documents is null ? "not given" : "all there")}), {bundle.Rulebooks.Count} rulebooks, receipt {(receipt is null ? "not given" : "fits")}"));

    /// <summary>What is wrong, one after the other: each may rely on what stands before it.</summary>
    private static IEnumerable<string> Faults(Bundle bundle, GivenDocuments? documents, Receipt? receipt)
    {
        if (ChainWalk.FirstFault(bundle.Links) is { } broken)
        {
            yield return broken;
            yield break;
        }

        var faults = ManifestRules.Faults(bundle)
            .Concat(RulebookRules.Faults(bundle))
            .Concat(documents?.Faults(bundle.Documents) ?? [])
            .Concat(receipt?.Faults(bundle) ?? []);

        foreach (var fault in faults)
        {
            yield return fault;
        }
    }
}
