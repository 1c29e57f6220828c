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
public sealed record Footing(IReadOnlyList<Citation> Basis, LegalStatus Status, IReadOnlyList<Assumption> Assumptions, string? Ambiguity)
{
    /// <summary>Known by nothing.</summary>
    public static Footing Unknown { get; } = new([], LegalStatus.Unknown, [], null);

    /// <summary>Sources and assumptions in one line; null where there is neither.</summary>
    public string? Citation { get; } = Basis.Count + Assumptions.Count == 0
        ? null
        : string.Join("; ", [.. Basis.Select(citation => citation.ToString()), .. Assumptions.Select(assumption => assumption.Id)]);
}

/// <summary>Something taken as given so that a date can be counted, and the open question it answers, if there is one.</summary>
public sealed record Assumption(string Id, Text Text, string? Ambiguity);

/// <summary>A question the law leaves open, and the answer the primary reading gives.</summary>
public sealed record Ambiguity(string Id, Text Question, Text PrimaryReading);
