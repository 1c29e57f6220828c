using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Works out what the guards of the machine want to know about one proceeding at one instant.</summary>
internal static class Facts
{
    public static LifecycleFacts BeforeFiling(Law law, Grievance grievance, StepTaken? taken) => new()
    {
        Routes = Routes.From(law.Rulebook, null, Competent(law, grievance), []),
        Named = Named(law, taken),
        IsApplication = grievance.IsApplication,
    };

    public static LifecycleFacts Of(
        Law law, Grievance grievance, IReadOnlyDictionary<int, Proceeding> all, Proceeding from, StepTaken? taken, Instant at)
    {
        var competent = Competent(law, grievance);
        var (isSilent, isRunning) = Silence(law, grievance, from, at);

        return new LifecycleFacts
        {
            Routes = Routes.From(law.Rulebook, from.Forum, competent, Lineage.Below(all, from)),
            Named = Named(law, taken),
            IsBeforeCommission = from.Forum.Kind == ForumKind.Commission,
            IsApplication = from.IsTreatedAsApplication || from.Matter is Matter.Application,
            MayBeRectified = law.Rulebook.Rectification.Allowed is true,
            KnowsForwarding = law.Rulebook.Forwarding.Known,
            ForbidsRestoration = law.Rulebook.Restoration.Allowed is false,
            IsSilent = isSilent,
            IsLimitRunning = isRunning,
            IsMisdirected = IsMisdirected(from, competent),
            IsDismissedOnForm = from.Decision?.IsOnForm is true,
            IsChallenged = from.IsChallenged,
            IsSuperseded = taken?.Details.Outcome is { } outcome ? outcome == Outcomes.SupersededByCourt : null,
            BeforeSilence = from.BeforeSilence,
        };
    }

    /// <summary>The forums competent for the challenged act.</summary>
    public static IReadOnlyList<Forum> Competent(Law law, Grievance grievance) =>
        grievance.ChallengedActor is not { } actor
            ? []
            : [.. law.Rulebook.CompetentForums(actor, grievance.ChallengedActKind, grievance.Subject).Select(each => each.Forum)];

    /// <summary>Whether a first filing went to a forum that is not competent, while one that is is known.</summary>
    public static bool IsMisdirected(Proceeding each, IReadOnlyList<Forum> competent) =>
        each.Parent is null && competent.Count > 0 && !competent.Contains(each.Forum);

    private static Forum? Named(Law law, StepTaken? taken) =>
        taken?.Details.Forum is { } id ? law.Rulebook.FindForum(id) : null;

    private static (bool IsSilent, bool IsRunning) Silence(Law law, Grievance grievance, Proceeding from, Instant at)
    {
        if (!from.IsOpen || Clocks.ToDecide(law, grievance, from) is not { } limit)
        {
            return (false, false);
        }

        return (at >= limit.ArguableFrom, Timers.MomentOf(law, grievance, from, ProceduralStep.LimitPassed) is { At: var last } && at < last);
    }
}
