using System.Text.Json;
using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Bundles;

/// <summary>What a bundle says of itself.</summary>
internal sealed record Manifest(
    string Format,
    string Complaint,
    string Reference,
    string Election,
    ListedRulebook Rulebook,
    int Events,
    string Head,
    string ExportedAt,
    string Key,
    IReadOnlyList<ListedFile> Files)
{
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static Manifest Read(byte[] json) => JsonSerializer.Deserialize<Manifest>(json, Reading.Strict) ?? throw new JsonException("The manifest is empty.");
}

/// <summary>A rulebook by its version and the SHA-256 of its document.</summary>
internal sealed record ListedRulebook(string Version, string Sha256);

/// <summary>A file of the bundle, with what it should be.</summary>
internal sealed record ListedFile(string Name, string Sha256, long Size);

/// <summary>A document of the complaint. Its name is not known here.</summary>
internal sealed record ListedDocument(int Number, string Sha256, long Size, string Type);
