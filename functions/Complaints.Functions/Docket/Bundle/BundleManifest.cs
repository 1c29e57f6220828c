using NodaTime;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>What a bundle says of itself, in <c>manifest.json</c>.</summary>
/// <param name="Format">The version of the bundle's format. Another version has other files or other fields.</param>
/// <param name="Complaint">The complaint's id.</param>
/// <param name="Reference">What people read out.</param>
/// <param name="Election">The election it belongs to.</param>
/// <param name="Rulebook">The rulebook it is judged under.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Head">The hash of the last.</param>
/// <param name="ExportedAt">When the bundle was made.</param>
/// <param name="Key">The name of the key that the manifest is signed with.</param>
/// <param name="Files">The other files, with what they should be.</param>
internal sealed record BundleManifest(
    string Format,
    string Complaint,
    string Reference,
    string Election,
    PinnedRulebook Rulebook,
    int Events,
    string Head,
    Instant ExportedAt,
    string Key,
    IReadOnlyList<BundledFile> Files)
{
    /// <summary>The format written here; docs/adr/0015-a-bundle-is-checked-by-other-code.md tells of it.</summary>
    public const string CurrentFormat = "bundle-3";

    public static BundleManifest Of(BundleContents contents, string key, IReadOnlyList<BundledFile> files) => new(
        CurrentFormat,
        contents.Complaint.Id,
        contents.Complaint.Reference,
        contents.Complaint.Law.Election.Id,
        new PinnedRulebook(contents.Complaint.Law.Rulebook.Version, contents.Complaint.Law.Rulebook.Hash),
        contents.Complaint.Version,
        contents.Receipt.Receipt.Hash,
        contents.ExportedAt,
        key,
        files);
}

/// <summary>A rulebook by its version and the SHA-256 of its canonical document.</summary>
internal sealed record PinnedRulebook(string Version, string Sha256);

/// <summary>A file of a bundle by its name, its SHA-256 and its length in bytes.</summary>
internal sealed record BundledFile(string Name, string Sha256, long Size);
