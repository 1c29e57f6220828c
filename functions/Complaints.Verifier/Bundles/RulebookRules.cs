using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Complaints.Verifier.Bundles;

/// <summary>The rulebooks in a bundle have to be those the events name, byte for byte.</summary>
internal static class RulebookRules
{
    /// <summary>The rulebooks in the file, each with the hash that its document has.</summary>
    public static IReadOnlyList<ListedRulebook> Listed(byte[] file) =>
        [.. JsonElement.Parse(file).EnumerateArray().Select(each => new ListedRulebook(each.GetProperty("version").GetString()!, HashOf(each.GetProperty("document"))))];

    public static IEnumerable<string> Faults(Bundle bundle)
    {
        foreach (var (version, at) in bundle.Pins.Select((version, at) => (version, at)))
        {
            if (bundle.Rulebooks.ElementAtOrDefault(at)?.Version != version)
            {
                yield return $"the rulebook {version} is missing: the events name it.";
            }
        }

        if (bundle.Rulebooks.Count > bundle.Pins.Count)
        {
            yield return "rulebook.json was changed: it holds a rulebook that the events do not name.";
        }

        var pinned = bundle.Rulebooks.FirstOrDefault(each => each.Version == bundle.Pin);

        if (bundle.Manifest.Rulebook != pinned)
        {
            yield return $"the rulebook {bundle.Pin} was changed: it is not the one the manifest tells of.";
        }

        foreach (var (listed, found) in Stated(bundle).Zip(bundle.Rulebooks).Where(pair => pair.First != pair.Second))
        {
            yield return $"the rulebook {listed.Version} was changed: its document does not fit its hash {found.Sha256}.";
        }
    }

    private static IEnumerable<ListedRulebook> Stated(Bundle bundle) => JsonElement.Parse(bundle.Files["rulebook.json"]).EnumerateArray()
        .Select(each => new ListedRulebook(each.GetProperty("version").GetString()!, each.GetProperty("sha256").GetString()!));

    private static string HashOf(JsonElement document) => Convert.ToHexStringLower(SHA256.HashData(JsonMarshal.GetRawUtf8Value(document)));
}
