using System.Globalization;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Docket;

/// <summary>One thing that the vaults keep of a complaint.</summary>
/// <param name="Kind">What kind of thing: <c>name</c>, <c>contact</c>, <c>narrative</c>, <c>notes</c>, <c>files</c> or <c>retaliation</c>.</param>
/// <param name="Number">The number of its event or document; null of what there is one of.</param>
/// <param name="Sealed">Under what it lies in its vault.</param>
public sealed record VaultItem(string Kind, int? Number, string Sealed)
{
    /// <summary>The kind with readers of its own.</summary>
    public const string Retaliation = "retaliation";

    public const string Notes = "notes";

    public const string Files = "files";

    /// <summary>The kinds of which there is one.</summary>
    public static readonly IReadOnlyList<string> OfOne = ["name", "contact", "narrative"];

    /// <summary>What is opened where nothing is named: all but what has readers of its own.</summary>
    public static readonly IReadOnlyList<string> Usual = [.. OfOne, Notes, Files];

    /// <summary>Every kind.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. Usual, Retaliation];

    /// <summary>How the log of reads calls it.</summary>
    public string LoggedAs => Number is not { } number ? Kind : Numbered(Kind switch { Notes => "note", Files => "file", _ => Kind }, number);

    /// <summary>How the log of reads calls the content of a document, which comes with its name.</summary>
    public static IReadOnlyList<string> OfDocument(int number) => [Numbered("file", number), Numbered("document", number)];

    /// <summary>What there is of these kinds.</summary>
    public static IReadOnlyList<VaultItem> Of(Complaint complaint, IReadOnlyCollection<string> kinds) =>
    [
        .. OfOne.Where(kinds.Contains).Select(each => new VaultItem(each, null, each)),
        .. NotesOf(complaint).Where(each => kinds.Contains(each.Kind)),
        .. kinds.Contains(Files) ? complaint.Documents.Select(each => new VaultItem(Files, each.Number, each.VaultItem)) : [],
    ];

    private static IEnumerable<VaultItem> NotesOf(Complaint complaint) =>
        from each in complaint.History
        where each.What is FactNoted { Details.Note: not null }
        let fact = (FactNoted)each.What
        select new VaultItem(fact.Fact is FactKind.Retaliation ? Retaliation : Notes, each.Seq, fact.VaultItem!);

    private static string Numbered(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}");
}
