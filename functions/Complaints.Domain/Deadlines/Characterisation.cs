using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>How a proceeding was opened before its forum.</summary>
public enum Opening
{
    /// <summary>By a first filing, or by one lodged again elsewhere.</summary>
    Filing,

    /// <summary>By an appeal.</summary>
    Appeal,

    /// <summary>By a complaint that a forum stayed silent.</summary>
    Silence,
}

/// <summary>What a filing is and what it attacks, derived from the facts and never taken from the caller.</summary>
public static class Characterisation
{
    private const string Decision = "decision";

    /// <summary>Application, inaction, appeal or, for all else, complaint; in that order.</summary>
    public static Matter MatterOf(
        Rulebook rulebook, string forum, string? challengedActor, string? challengedActKind, Opening opening, bool isApplication) =>
        isApplication ? Matter.Application
        : opening == Opening.Silence ? Matter.Inaction
        : opening == Opening.Appeal || AttacksLowerDecision(rulebook, forum, challengedActor, challengedActKind) ? Matter.Appeal
        : Matter.Complaint;

    /// <summary>What is attacked, seen from the forum; null while the kind of act is unknown.</summary>
    public static Target? TargetOf(
        Rulebook rulebook, string forum, string? challengedActor, string? challengedActKind, Opening opening) =>
        opening switch
        {
            Opening.Silence => Target.Inaction,
            Opening.Appeal when rulebook.FindForum(forum) is { IsCommission: true } => Target.LowerCommissionDecision,
            _ => challengedActKind switch
            {
                "thirdParty" => Target.ThirdParty,
                "inaction" => Target.Inaction,
                "action" or "results" => Target.Action,
                Decision when forum == challengedActor => Target.OwnDecision,
                Decision when AttacksLowerDecision(rulebook, forum, challengedActor, challengedActKind) => Target.LowerCommissionDecision,
                Decision => Target.ThirdParty,
                _ => null,
            },
        };

    /// <summary>The phase of the election an act belongs to, by its subject, else by its day; null before election day and without one.</summary>
    /// <param name="subject">What it is about, as group.item.</param>
    /// <param name="day">The day of the act where it happened.</param>
    /// <param name="electionDay">Election day.</param>
    public static string? PhaseOf(string? subject, LocalDate day, LocalDate? electionDay) => subject?.Split('.')[0] switch
    {
        _ when electionDay is null || day < electionDay => null,
        "counting" => "count",
        "tabulation" or "results" => "results",
        _ => day == electionDay ? "electionDay" : null,
    };

    /// <summary>Whether the forum is a commission above the one whose decision is challenged.</summary>
    private static bool AttacksLowerDecision(Rulebook rulebook, string forum, string? challengedActor, string? challengedActKind) =>
        challengedActKind == Decision
        && challengedActor is not null
        && rulebook.FindForum(forum) is { IsCommission: true, Level: { } above }
        && rulebook.FindForum(challengedActor) is { IsCommission: true, Level: { } below }
        && above > below;
}
