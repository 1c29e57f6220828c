using System.Text;
using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Bundles;

/// <summary>What a bundle says of itself has to be what is in it.</summary>
internal static class ManifestRules
{
    private const string KnownFormat = "bundle-3";

    private static readonly string[] Listed = ["documents.json", "events.jsonl", "receipt.json", "rulebook.json", "timeline.txt"];

    /// <summary>What is wrong, one after the other. A file is read only after it is known to be the one meant.</summary>
    public static IEnumerable<string> Faults(Bundle bundle) =>
        OfTheFormat(bundle).Concat(OfTheTail(bundle)).Concat(OfTheFiles(bundle)).Concat(OfTheEvents(bundle));

    /// <summary>What is wrong with the signature, by which all files are the tracker's: timeline, law and list of documents as well as the events.</summary>
    public static IEnumerable<string> SignatureFaults(Bundle bundle, PublicKeys? keys)
    {
        var fault = keys?.FaultOf("manifest.json", bundle.Manifest.Key, bundle.Files["manifest.json"], Encoding.ASCII.GetString(bundle.Files["manifest.signature"]));

        if (fault is not null)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> OfTheFormat(Bundle bundle)
    {
        if (bundle.Manifest.Format != KnownFormat)
        {
            yield return $"the format {bundle.Manifest.Format} is not known here; a later program may know it.";
        }
    }

    private static IEnumerable<string> OfTheTail(Bundle bundle)
    {
        var (count, told) = (bundle.Links.Count, bundle.Manifest.Events);

        if (count < told)
        {
            yield return FormattableString.Invariant($"event {count + 1} is missing: the manifest tells of {told} events, the bundle ends after {count}.");
        }
        else if (count > told)
        {
            yield return FormattableString.Invariant($"event {told + 1} was added: the manifest tells of {told} events.");
        }
        else if (bundle.Links[^1].Hash != bundle.Manifest.Head)
        {
            yield return FormattableString.Invariant($"event {count} is not the one the manifest tells of: its hash is another.");
        }
    }

    private static IEnumerable<string> OfTheEvents(Bundle bundle)
    {
        if (bundle.Manifest.Election != bundle.Election)
        {
            yield return $"manifest.json was changed: it names the election {bundle.Manifest.Election}, event 1 {bundle.Election}.";
        }

        if (!string.Equals(bundle.Manifest.Reference, bundle.Manifest.Complaint, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"manifest.json was changed: {bundle.Manifest.Reference} is not the reference of {bundle.Manifest.Complaint}.";
        }

        foreach (var (_, recorded) in bundle.Documents.Zip(bundle.Recorded).Where(pair => pair.First != pair.Second))
        {
            yield return FormattableString.Invariant($"document {recorded.Number} is not listed as it was recorded: documents.json was changed.");
        }

        if (bundle.Documents.Count != bundle.Recorded.Count())
        {
            yield return FormattableString.Invariant($"documents.json was changed: it lists {bundle.Documents.Count} documents, the events name {bundle.Recorded.Count()}.");
        }
    }

    private static IEnumerable<string> OfTheFiles(Bundle bundle)
    {
        foreach (var name in Listed)
        {
            var found = new ListedFile(name, bundle.Files.HashOf(name), bundle.Files[name].Length);

            if (!bundle.Manifest.Files.Contains(found))
            {
                yield return $"{name} was changed: it is not the file that the manifest tells of.";
            }
        }

        if (bundle.Manifest.Files.Count != Listed.Length)
        {
            yield return "manifest.json was changed: it lists other files than a bundle has.";
        }
    }
}
