namespace Complaints.Domain.Rulebooks;

/// <summary>Who may bring a filing, as far as the law says.</summary>
public enum WhoMayFile
{
    /// <summary>Anybody concerned.</summary>
    Anyone,

    /// <summary>Those the rule lists.</summary>
    Listed,

    /// <summary>The office holders the forum lists, and nobody else.</summary>
    OfficeHolders,

    /// <summary>The law leaves it open.</summary>
    Unknown,
}

/// <summary>Who may bring the filings it is about. Others than those it names are refused only where the law says that it names all.</summary>
public sealed record StandingRule
{
    /// <summary>The code of the rule.</summary>
    public required string Id { get; init; }

    /// <summary>The filings it is about.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Who may bring them.</summary>
    public required WhoMayFile Who { get; init; }

    /// <summary>The types of complainants named, where they are listed.</summary>
    public IReadOnlyList<string> ComplainantTypes { get; init; } = [];

    /// <summary>The parliament of which one fifth of all members may petition together; null where none may, or its size is not known.</summary>
    public ParliamentMembers? Parliament { get; init; }

    /// <summary>What the law says of it, for people.</summary>
    public required Text Says { get; init; }

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }
}

/// <summary>What the filings it is about should contain.</summary>
public sealed record FormRule
{
    /// <summary>The code of the rule.</summary>
    public required string Id { get; init; }

    /// <summary>The filings it is about.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The elements a source says they must have.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>The elements no source requires, without which a filing is easily turned away.</summary>
    public IReadOnlyList<string> Recommended { get; init; } = [];

    /// <summary>What the law says of it, for people.</summary>
    public required Text Says { get; init; }

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }
}
