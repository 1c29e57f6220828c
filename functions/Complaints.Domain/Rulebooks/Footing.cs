namespace Complaints.Domain.Rulebooks;

/// <summary>How well an element of a rulebook is known.</summary>
public enum LegalStatus
{
    /// <summary>Said in the observation statement the rulebook starts from.</summary>
    Statement,

    /// <summary>Read in a public source.</summary>
    Public,

    /// <summary>Assumed so that dates can be counted; the assumption is named.</summary>
    Assumption,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A text the law was read in.</summary>
/// <param name="Key">The code it is referred to by.</param>
/// <param name="Title">What was read, and where.</param>
/// <param name="Cite">How lawyers cite it.</param>
/// <param name="Places">The places in it that are translated, each by its English wording.</param>
public sealed record Source(string Key, string Title, Text Cite, IReadOnlyDictionary<string, Text> Places);

/// <summary>A place in a source, as lawyers write it.</summary>
public sealed record Citation(Source Source, string? Place)
{
    /// <summary>The source and the place in it, e.g. "Constitutional Law on Elections, art. 49"; in English alone where one of the two is.</summary>
    public Text Wording => Place is null ? Source.Cite
        : Text.Line(Place.StartsWith('(') ? " " : ", ", Source.Cite, Source.Places.GetValueOrDefault(Place) ?? new Text(Place));

    /// <summary>The English wording.</summary>
    public override string ToString() => Wording.English;
}

/// <summary>What an element of a rulebook rests on: its sources, how well it is known, and the assumption or ambiguity behind it.</summary>
/// <param name="Basis">The places it was read in.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Assumptions">What is taken as given in it.</param>
/// <param name="Ambiguity">The open question it bears on; null if there is none.</param>
/// <param name="Missing">The text that was not read and would complete it; null if there is none.</param>
public sealed record Footing(
    IReadOnlyList<Citation> Basis, LegalStatus Status, IReadOnlyList<Assumption> Assumptions, string? Ambiguity, Text? Missing = null)
{
    /// <summary>Known by nothing, for what a rulebook does not speak of.</summary>
    public static Footing Unknown { get; } = new([], LegalStatus.Unknown, [], null);

    /// <summary>Sources, assumptions and, where it is unknown, what was not read, in one line; null where there is none of them.</summary>
    public Text? Citation { get; } = Cite(Basis, Status, Assumptions, Ambiguity, Missing);

    private static Text? Cite(
        IReadOnlyList<Citation> basis, LegalStatus status, IReadOnlyList<Assumption> assumptions, string? ambiguity, Text? missing)
    {
        Text[] parts =
        [
            .. basis.Select(citation => citation.Wording),
            .. assumptions.Select(assumption => Text.Same(assumption.Id)),
            .. status is LegalStatus.Unknown && (missing is not null || ambiguity is not null) ? [NotKnown(ambiguity, missing)] : Array.Empty<Text>(),
        ];
        return parts.Length == 0 ? null : Text.Line("; ", parts);
    }

    private static Text NotKnown(string? ambiguity, Text? missing) => Text.Line(
        "",
        [
            new("unknown", "неизвестно", "белгісіз"),
            .. missing is null ? [] : new[] { new(", not read: ", ", не прочитано: ", ", оқылмаған: "), missing },
            .. ambiguity is null ? [] : new[] { Text.Same($" ({ambiguity})") },
        ]);
}

/// <summary>Something taken as given so that a date can be counted, and the open question it answers, if there is one.</summary>
public sealed record Assumption(string Id, Text Text, string? Ambiguity);

/// <summary>A question the law leaves open, and the answer the primary reading gives.</summary>
public sealed record Ambiguity(string Id, Text Question, Text PrimaryReading);
