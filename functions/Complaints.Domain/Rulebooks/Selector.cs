namespace Complaints.Domain.Rulebooks;

/// <summary>What is brought before a forum.</summary>
public enum Matter
{
    /// <summary>A complaint about somebody's act.</summary>
    Complaint,

    /// <summary>A challenge to the decision of a lower body.</summary>
    Appeal,

    /// <summary>A complaint that a forum stayed silent.</summary>
    Inaction,

    /// <summary>A request to a state body that attacks nothing.</summary>
    Application,
}

/// <summary>What a filing attacks, seen from the forum that hears it.</summary>
public enum Target
{
    /// <summary>The act of somebody who is no election commission.</summary>
    ThirdParty,

    /// <summary>An action of an election commission.</summary>
    Action,

    /// <summary>A failure to act.</summary>
    Inaction,

    /// <summary>A decision of the forum itself.</summary>
    OwnDecision,

    /// <summary>A decision of a commission below the forum.</summary>
    LowerCommissionDecision,
}

/// <summary>The cases a limit applies to: closed lists, each empty where it does not matter.</summary>
public sealed record Selector
{
    /// <summary>Every phase of an election that a limit may be made for.</summary>
    public static CodeList Phases { get; } = new(["electionDay", "count", "results"]);

    /// <summary>Every reason for a step that a limit may be made for.</summary>
    public static CodeList Reasons { get; } = new(["wrong_forum"]);

    /// <summary>The forums.</summary>
    public IReadOnlyList<string> Forum { get; init; } = [];

    /// <summary>What is brought.</summary>
    public IReadOnlyList<Matter> Matter { get; init; } = [];

    /// <summary>What is attacked.</summary>
    public IReadOnlyList<Target> Target { get; init; } = [];

    /// <summary>Whose act is attacked.</summary>
    public IReadOnlyList<string> ChallengedActor { get; init; } = [];

    /// <summary>What it is about, as group.item.</summary>
    public IReadOnlyList<string> Subject { get; init; } = [];

    /// <summary>The phases of the election.</summary>
    public IReadOnlyList<string> Phase { get; init; } = [];

    /// <summary>Why it has to be done.</summary>
    public IReadOnlyList<string> Reason { get; init; } = [];

    /// <summary>Whether it applies only to what the forum receives on election day.</summary>
    public bool OnElectionDay { get; init; }

    /// <summary>The windows that alone lead to it; empty for a limit of its own.</summary>
    public IReadOnlyList<string> ViaWindow { get; init; } = [];

    /// <summary>How many of the lists matter: the more, the more special the limit.</summary>
    public int Keys => Count(Forum) + Count(Matter) + Count(Target) + Count(ChallengedActor) + Count(Subject) + Count(Phase)
        + Count(Reason) + Count(ViaWindow) + (OnElectionDay ? 1 : 0);

    /// <summary>Whether it can apply before this forum.</summary>
    public bool Admits(string forum) => Forum.Count == 0 || Forum.Contains(forum);

    /// <summary>Whether there can be a case to which both apply.</summary>
    public bool Overlaps(Selector other) => Meet(Forum, other.Forum) && Meet(Matter, other.Matter) && Meet(Target, other.Target)
        && Meet(ChallengedActor, other.ChallengedActor) && Meet(Subject, other.Subject) && Meet(Phase, other.Phase)
        && Meet(Reason, other.Reason) && ViaWindow.Count == 0 && other.ViaWindow.Count == 0;

    private static int Count<T>(IReadOnlyList<T> list) => list.Count == 0 ? 0 : 1;

    private static bool Meet<T>(IReadOnlyList<T> one, IReadOnlyList<T> other) =>
        one.Count == 0 || other.Count == 0 || one.Intersect(other).Any();
}
