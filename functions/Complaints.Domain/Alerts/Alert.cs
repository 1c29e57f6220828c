using NodaTime;

namespace Complaints.Domain.Alerts;

/// <summary>Why somebody is told.</summary>
public enum AlertKind
{
    /// <summary>The time to file, to appeal or to challenge silence runs out under its earliest reading.</summary>
    FilingDueSoon,

    /// <summary>A forum has let its time pass under every reading; for an immediate limit, its benchmark.</summary>
    DecisionOverdue,
}

/// <summary>A notice owed about a deadline of one complaint. Names nobody.</summary>
/// <param name="Id">The same for the same notice, however often it is worked out.</param>
/// <param name="Complaint">The complaint's id.</param>
/// <param name="Kind">Why somebody is told.</param>
/// <param name="Proceeding">The proceeding; null before filing.</param>
/// <param name="Forum">The forum that owes the act, or with which it must be filed.</param>
/// <param name="Limit">The limit of the law.</param>
/// <param name="Moment">When it is owed.</param>
/// <param name="DueExclusive">The first instant too late, under the reading the notice is about.</param>
public sealed record Alert(
    string Id, string Complaint, AlertKind Kind, int? Proceeding, string Forum, string Limit, Instant Moment, Instant DueExclusive);
