namespace Complaints.Domain.Rulebooks;

/// <summary>Which forums hear an act first, for the acts it describes.</summary>
public sealed record JurisdictionRule
{
    /// <summary>The code of the rule, e.g. J1.</summary>
    public required string Id { get; init; }

    /// <summary>Whose acts; empty where it does not matter.</summary>
    public IReadOnlyList<string> ChallengedActor { get; init; } = [];

    /// <summary>Which kinds of acts; empty where it does not matter.</summary>
    public IReadOnlyList<string> ChallengedActKind { get; init; } = [];

    /// <summary>What the complaint is about; empty where it does not matter.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>The forums of first instance.</summary>
    public required IReadOnlyList<string> FirstInstance { get; init; }

    /// <summary>The forums where such complaints end up by mistake.</summary>
    public IReadOnlyList<string> WrongForums { get; init; } = [];

    /// <summary>Whether the law leaves open which of them it is.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>What it rests on.</summary>
    public required Footing Footing { get; init; }

    /// <summary>How special the rule is.</summary>
    public int Keys => (ChallengedActor.Count > 0 ? 1 : 0) + (ChallengedActKind.Count > 0 ? 1 : 0) + (Subject.Count > 0 ? 1 : 0);

    /// <summary>Whether it describes this act.</summary>
    public bool Describes(string? challengedActor, string? challengedActKind, string? subject) =>
        Holds(ChallengedActor, challengedActor) && Holds(ChallengedActKind, challengedActKind) && Holds(Subject, subject);

    private static bool Holds(IReadOnlyList<string> list, string? value) => list.Count == 0 || (value is not null && list.Contains(value));
}

/// <summary>A forum that may hear a complaint first, and how sure that is.</summary>
public sealed record CompetentForum(Forum Forum, bool IsUnclear, string? Ambiguity, Text? Citation, string? Rule);
