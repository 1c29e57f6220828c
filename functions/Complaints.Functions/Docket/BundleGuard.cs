using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;

namespace Complaints.Functions.Docket;

/// <summary>Whether a complaint may leave the tracker as a bundle, by the hand of this caller.</summary>
internal static class BundleGuard
{
    /// <summary>The chain needs every event, and the event says that pressure was reported and when: that leaves the tracker by the hand of a reader alone.</summary>
    private static readonly Refusal TellsOfPressure = new(
        "bundle.tells-of-retaliation",
        "This record says that somebody was put under pressure, and when; a bundle would carry that out. Ask a reader of retaliation notes, whom the team of the election names.");

    /// <summary>Why there is no bundle of it for this caller, who may open it; null if there is one.</summary>
    public static Refusal? WhyNoBundle(this Complaint complaint, Caller caller) =>
        complaint.WhyKeptHere() is { } kept ? kept
        : complaint.History.Any(each => each.What is FactNoted { Fact: FactKind.Retaliation }) && !caller.ReadsRetaliation(complaint.Law.Election.Id) ? TellsOfPressure
        : null;
}
