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
public sealed record Source(string Key, string Title, string Cite);

/// <summary>A place in a source, as lawyers write it.</summary>
public sealed record Citation(Source Source, string? Place)
{
    /// <summary>The source and the place in it, e.g. "Constitutional Law on Elections, art. 49".</summary>
    public override string ToString() => Place is null ? Source.Cite : $"{Source.Cite}, {Place}";
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
    public string? Citation { get; } = Cite(Basis, Status, Assumptions, Ambiguity, Missing);

    private static string? Cite(
        IReadOnlyList<Citation> basis, LegalStatus status, IReadOnlyList<Assumption> assumptions, string? ambiguity, Text? missing)
    {
        string[] parts =
        [
            .. basis.Select(citation => citation.ToString()),
            .. assumptions.Select(assumption => assumption.Id),
            .. status is LegalStatus.Unknown && (missing is not null || ambiguity is not null) ? [NotKnown(ambiguity, missing)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static string NotKnown(string? ambiguity, Text? missing) =>
        $"unknown{(missing is null ? null : $", not read: {missing.English}")}{(ambiguity is null ? null : $" ({ambiguity})")}";
}

/// <summary>Something taken as given so that a date can be counted, and the open question it answers, if there is one.</summary>
public sealed record Assumption(string Id, Text Text, string? Ambiguity);

/// <summary>A question the law leaves open, and the answer the primary reading gives.</summary>
public sealed record Ambiguity(string Id, Text Question, Text PrimaryReading);
