namespace Complaints.Functions.Docket.Identity;

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
