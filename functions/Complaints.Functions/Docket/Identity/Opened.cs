using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket.Identity;

/// <summary>What was opened of a complaint.</summary>
/// <param name="Complaint">The complaint.</param>
/// <param name="Read">The read as it was written down.</param>
/// <param name="Items">What was asked for and is there.</param>
/// <param name="Texts">The texts, by where they lie in their vault; one may be missing.</param>
public sealed record Opened(Complaint Complaint, VaultRead Read, IReadOnlyList<VaultItem> Items, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The text of a kind there is one of; null if it was not opened or never given.</summary>
    public string? One(string kind) => Items.FirstOrDefault(each => each.Kind == kind) is { } item ? Texts.GetValueOrDefault(item.Sealed) : null;

    /// <summary>The texts of a kind, each with the number of its event or document.</summary>
    public IReadOnlyList<(int Number, string Text)> Many(string kind) =>
        [.. Items.Where(each => each.Kind == kind && Texts.ContainsKey(each.Sealed)).Select(each => (each.Number!.Value, Texts[each.Sealed]))];
}

/// <summary>What was opened, as JSON.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Read">The number under which it was written down.</param>
/// <param name="Name">Who complains.</param>
/// <param name="Contact">How they are reached.</param>
/// <param name="Narrative">What they told.</param>
/// <param name="Notes">Notes beside facts, by the number of the event.</param>
/// <param name="Files">The names of documents, by their number.</param>
/// <param name="Retaliation">Notes about pressure on people, by the number of the event.</param>
internal sealed record IdentityResponse(
    string Purpose,
    int Read,
    string? Name,
    string? Contact,
    string? Narrative,
    IReadOnlyList<NoteResponse> Notes,
    IReadOnlyList<FileResponse> Files,
    IReadOnlyList<NoteResponse> Retaliation)
{
    public static IdentityResponse From(Opened opened) => new(
        opened.Read.Purpose,
        opened.Read.Seq,
        opened.One("name"),
        opened.One("contact"),
        opened.One("narrative"),
        Noted(opened, VaultItem.Notes),
        [.. opened.Many(VaultItem.Files).Select(each => new FileResponse(each.Number, each.Text))],
        Noted(opened, VaultItem.Retaliation));

    private static IReadOnlyList<NoteResponse> Noted(Opened opened, string kind) => [.. opened.Many(kind).Select(each => new NoteResponse(each.Number, each.Text))];
}

/// <summary>A note beside an event.</summary>
internal sealed record NoteResponse(int Event, string Text);

/// <summary>The name of a document.</summary>
internal sealed record FileResponse(int Number, string Name);
