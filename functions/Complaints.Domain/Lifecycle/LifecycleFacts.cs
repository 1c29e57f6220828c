using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Lifecycle;

/// <summary>What the guards of the machine want to know, worked out before it is asked.</summary>
public sealed record LifecycleFacts
{
    /// <summary>Where the crossing steps may lead.</summary>
    public required Routes Routes { get; init; }

    /// <summary>The forum a crossing step names; null while only asking what is open.</summary>
    public Forum? Named { get; init; }

    /// <summary>Whether the proceeding is before a commission, which waits when a court is seized.</summary>
    public bool IsBeforeCommission { get; init; }

    /// <summary>Whether the matter is an application, by its content or by the forum's word.</summary>
    public bool IsApplication { get; init; }

    /// <summary>Whether the law lets a defect be mended; unknown counts as no, with the reason said.</summary>
    public bool MayBeRectified { get; init; }

    /// <summary>Whether the law knows of forwarding by a forum that is not competent.</summary>
    public bool KnowsForwarding { get; init; }

    /// <summary>Whether the law shuts out restoring a missed limit.</summary>
    public bool ForbidsRestoration { get; init; }

    /// <summary>Whether silence can be argued: the earliest reading or the benchmark of the time to decide has passed.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether the time to decide still runs under its last reading or, for an immediate limit, its benchmark.</summary>
    public bool IsLimitRunning { get; init; }

    /// <summary>Whether the forum that has the proceeding is not competent for the challenged act.</summary>
    public bool IsMisdirected { get; init; }

    /// <summary>Whether the decision was a dismissal on form.</summary>
    public bool IsDismissedOnForm { get; init; }

    /// <summary>Whether an appeal against the decision, or a remittal, is on record: then it cannot become final.</summary>
    public bool IsChallenged { get; init; }

    /// <summary>Whether the decision being recorded says that a court has decided instead; null while only asking.</summary>
    public bool? IsSuperseded { get; init; }

    /// <summary>The stage behind the silence; what is open there stays open while the proceeding is Unanswered.</summary>
    public Stage BeforeSilence { get; init; } = Stage.Lodged;
}
