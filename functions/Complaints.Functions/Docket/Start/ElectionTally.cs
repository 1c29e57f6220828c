using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;

namespace Complaints.Functions.Docket.Start;

/// <summary>How many complaints of an election are on record, and how far they have come.</summary>
/// <param name="Election">The election.</param>
/// <param name="All">How many there are.</param>
/// <param name="Unfiled">How many are only written down so far.</param>
/// <param name="Awaited">How many a forum has yet to decide.</param>
/// <param name="Silent">How many of those have been left without an answer beyond every reading of the limit.</param>
/// <param name="Ended">How many have been decided, withdrawn or closed.</param>
public sealed record ElectionTally(Election Election, int All, int Unfiled, int Awaited, int Silent, int Ended)
{
    /// <summary>Counts the register of an election.</summary>
    public static ElectionTally Of(Election election, IReadOnlyCollection<RegisterEntry> register) => new(
        election,
        register.Count,
        register.Count(each => each.Stage is Stage.Draft),
        register.Count(each => IsAwaited(each.Stage)),
        register.Count(each => each.Stage is Stage.Unanswered),
        register.Count(each => each.Stage is not Stage.Draft && !IsAwaited(each.Stage)));

    private static bool IsAwaited(Stage stage) =>
        stage is Stage.Lodged or Stage.Registered or Stage.Returned or Stage.Admitted or Stage.Suspended or Stage.Unanswered;
}
