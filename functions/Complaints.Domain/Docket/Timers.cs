using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>A moment the law gives for a timer's step, and what it rests on.</summary>
public sealed record TimerMoment(int Proceeding, ProceduralStep Step, Instant At, string Basis);

/// <summary>The steps that the passing of time takes. They are dated to the moment the law gives, not to the tick.</summary>
internal static class Timers
{
    /// <summary>What finality rests on where no forum stands above.</summary>
    public const string LastWord = "noHigherForum";

    /// <summary>The next timer step of a proceeding, if the law gives one a moment.</summary>
    public static TimerMoment? Next(Law law, Grievance grievance, Proceeding proceeding) =>
        proceeding.IsAwaited ? MomentOf(law, grievance, proceeding, ProceduralStep.LimitPassed)
        : proceeding is { Stage: Stage.Decided, IsChallenged: false } ? MomentOf(law, grievance, proceeding, ProceduralStep.BecomeFinal)
        : null;

    /// <summary>The moment of one timer step; null while the law gives none.</summary>
    public static TimerMoment? MomentOf(Law law, Grievance grievance, Proceeding proceeding, ProceduralStep step)
    {
        var (at, basis) = step is ProceduralStep.LimitPassed
            ? Silent(Clocks.ToDecide(law, grievance, proceeding), proceeding.ReceivedAt)
            : Final(law, grievance, proceeding);

        return at is { } moment ? new TimerMoment(proceeding.Number, step, moment, basis) : null;
    }

    /// <summary>Never before receipt: what arrives after a cap of the same day is owed at once.</summary>
    private static (Instant?, string) Silent(Deadline? limit, Instant receivedAt) => limit?.PassesAt is { } passes
        ? (Instant.Max(receivedAt, passes), limit.Mode is Mode.Immediate ? "benchmark" : "latest")
        : (null, "");

    private static (Instant?, string) Final(Law law, Grievance grievance, Proceeding proceeding)
    {
        if (proceeding.Decision is not { } decision || proceeding.Forum.Next is not { } next)
        {
            return (null, "");
        }

        if (next.Count == 0)
        {
            return (decision.At, LastWord);
        }

        Instant? last = null;

        foreach (var id in next)
        {
            var forum = law.Rulebook.FindForum(id)!;
            if (Clocks.ToAppeal(law, grievance, proceeding, forum, forum.Zone.Fixed ?? proceeding.Zone)?.Latest is not { } latest)
            {
                return (null, "");
            }

            last = last is { } before ? Instant.Max(before, latest) : latest;
        }

        return (last, "latest");
    }
}
