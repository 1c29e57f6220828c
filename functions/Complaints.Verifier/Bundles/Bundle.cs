using System.Text.Json;
using Complaints.Verifier.Chains;
using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Bundles;

/// <summary>A bundle as it was found; what its events say is read from the very bytes that were hashed.</summary>
internal sealed class Bundle(ZipFiles files)
{
    private IReadOnlyList<JsonElement>? events;

    public ZipFiles Files => files;

    public Manifest Manifest { get; } = Manifest.Read(files["manifest.json"]);

    public IReadOnlyList<Link> Links { get; } = EventLines.Read(files["events.jsonl"]);

    /// <summary>The rulebooks in the file, each with the hash that its document has.</summary>
    public IReadOnlyList<ListedRulebook> Rulebooks => RulebookRules.Listed(files["rulebook.json"]);

    /// <summary>The documents as the file lists them.</summary>
    public IReadOnlyList<ListedDocument> Documents =>
        JsonSerializer.Deserialize<IReadOnlyList<ListedDocument>>(files["documents.json"], Reading.Strict) ?? [];

    /// <summary>The receipt that was made with the bundle.</summary>
    public Receipt Receipt => Receipt.Read(files["receipt.json"]);

    /// <summary>The election that the first event names.</summary>
    public string? Election => Data(0).GetProperty("election").GetString();

    /// <summary>The rulebook versions that the events name, in order, each once.</summary>
    public IReadOnlyList<string?> Pins => PinsAt(Links.Count);

    /// <summary>The version that the events pin it to last.</summary>
    public string? Pin => PinAt(Links.Count);

    /// <summary>The documents that the events name.</summary>
    public IEnumerable<ListedDocument> Recorded => RecordedAt(Links.Count);

    /// <summary>The rulebook versions that the events named when there were so many.</summary>
    public IReadOnlyList<string?> PinsAt(int version) =>
        [.. OfKind("Repinned", version).Select(data => data.GetProperty("to").GetString()).Prepend(Data(0).GetProperty("rulebook").GetString()).Distinct()];

    /// <summary>The version that the events pinned it to when there were so many.</summary>
    public string? PinAt(int version) => OfKind("Repinned", version).Select(data => data.GetProperty("to").GetString()).LastOrDefault() ?? Pins[0];

    /// <summary>The documents that the events named when there were so many.</summary>
    public IEnumerable<ListedDocument> RecordedAt(int version) => OfKind("DocumentAdded", version).Select(data => new ListedDocument(
        data.GetProperty("number").GetInt32(),
        data.GetProperty("sha256").GetString()!,
        data.GetProperty("size").GetInt64(),
        data.GetProperty("type").GetString()!));

    private IReadOnlyList<JsonElement> Events => events ??= [.. Links.Select(each => JsonElement.Parse(each.Canonical.Span))];

    private JsonElement Data(int at) => Events[at].GetProperty("data");

    private IEnumerable<JsonElement> OfKind(string kind, int version) =>
        Events.Take(version).Where(each => each.GetProperty("kind").GetString() == kind).Select(each => each.GetProperty("data"));
}
