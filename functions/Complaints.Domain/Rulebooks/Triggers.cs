using System.Collections.Frozen;

namespace Complaints.Domain.Rulebooks;

/// <summary>The closed list of what can start a time limit.</summary>
public static class Triggers
{
    /// <summary>The arrival of a filing at the forum.</summary>
    public const string Received = "received";

    /// <summary>The arrival of a commission's request.</summary>
    public const string RequestReceived = "requestReceived";

    /// <summary>Election day itself, whatever moment is given.</summary>
    public const string ElectionDay = "electionDay";

    /// <summary>The day a forum's silence became an inaction.</summary>
    public const string InactionDate = "inactionDate";

    /// <summary>The making of a decision.</summary>
    public const string DecisionTaken = "decisionTaken";

    /// <summary>The moment a party received a decision.</summary>
    public const string DecisionServed = "decisionServed";

    /// <summary>The alleged violation.</summary>
    public const string ViolationDate = "violationDate";

    /// <summary>Every trigger there is.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        Received, RequestReceived, ElectionDay, InactionDate, DecisionTaken, DecisionServed, ViolationDate, "decisionDate",
        "resultsAnnounced", "judgmentDelivered", "actDate", "actOrIdentifiedOrDecision", "publicationOrActOrDisclosure",
    }.ToFrozenSet(StringComparer.Ordinal);
}
