namespace Complaints.Domain.Rulebooks;

/// <summary>The filings a rule of standing or form is about: closed lists, each empty where it does not matter.</summary>
public sealed record Scope
{
    /// <summary>The forums it is brought to.</summary>
    public IReadOnlyList<string> Forum { get; init; } = [];

    /// <summary>What it is called: complaint or application.</summary>
    public IReadOnlyList<string> Matter { get; init; } = [];

    /// <summary>Who brings it.</summary>
    public IReadOnlyList<string> ComplainantType { get; init; } = [];

    /// <summary>Whose act it attacks.</summary>
    public IReadOnlyList<string> ChallengedActor { get; init; } = [];

    /// <summary>Which kinds of acts it attacks.</summary>
    public IReadOnlyList<string> ChallengedActKind { get; init; } = [];

    /// <summary>What it is about, as group.item.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>How many of the lists matter: the more, the more special the rule.</summary>
    public int Keys => Lists.Count(list => list.Count > 0);

    private IReadOnlyList<string>[] Lists => [Forum, Matter, ComplainantType, ChallengedActor, ChallengedActKind, Subject];

    /// <summary>Whether it is about this filing; what is not known of the filing fits no list.</summary>
    public bool Covers(Filing filing) =>
        Holds(Forum, filing.Forum) && Holds(Matter, filing.Matter) && Holds(ComplainantType, filing.ComplainantType)
        && Holds(ChallengedActor, filing.ChallengedActor) && Holds(ChallengedActKind, filing.ChallengedActKind) && Holds(Subject, filing.Subject);

    /// <summary>Whether there can be a filing that both are about.</summary>
    public bool Overlaps(Scope other) => Lists.Zip(other.Lists).All(pair => Meet(pair.First, pair.Second));

    private static bool Holds(IReadOnlyList<string> list, string? value) => list.Count == 0 || (value is not null && list.Contains(value));

    private static bool Meet(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();
}

/// <summary>A filing as rules of standing and form see it; null means unknown.</summary>
public sealed record Filing(
    string Forum, string? Matter, string? ComplainantType, string? ChallengedActor, string? ChallengedActKind, string? Subject);
