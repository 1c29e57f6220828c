using System.Collections.Frozen;
using Complaints.Domain.Lifecycle;
using static Complaints.Domain.Lifecycle.ProceduralStep;

namespace Complaints.Domain.Docket;

/// <summary>
/// What each step and each fact brings with it beside its moment and its proceeding: one closed list, which forms ask for, requests are held to and
/// corrections stay within. What is not on it would lie in the record for good and mean nothing there.
/// </summary>
public static class OwnFields
{
    private const string Source = "source";
    private const string Reason = "reason";

    private static readonly string[] Forum = ["forum", "forumZone", "forumName"];

    private static readonly FrozenDictionary<ProceduralStep, string[]> OfSteps = new Dictionary<ProceduralStep, string[]>
    {
        [Lodge] = [.. Forum, "channel", Source],
        [Register] = ["registrationNumber", Source],
        [TreatAsApplication] = [Source],
        [Return] = [Reason, Source],
        [Resubmit] = [Source],
        [Admit] = [Source],
        [Suspend] = [Reason, Source],
        [Resume] = [Reason, Source],
        [RequestCheck] = ["askedOf", Source],
        [RecordCheck] = [Source],
        [Decide] =
            ["outcome", "grounds", "servedAt", "inForceAt", "remedy", "reasons", "rectificationOffered", "decidedBy", "wording", Source],
        [Withdraw] = [Reason, Source],
        [Forward] = [.. Forum, "channel", Source],
        [Close] = [Reason, Source],
        [Appeal] = ["by", .. Forum, "channel", Source],
        [EscalateSilence] = ["by", .. Forum, "channel", Source],
        [Relodge] = ["by", .. Forum, "channel", Source],
        [SeizeCourt] = ["by", .. Forum, "channel", Source],
        [Remit] = [.. Forum, "channel", Source],
        [RequestRestoration] = [Reason, Source],
        [RecordFinal] = [Source],
        [Correct] = ["event", "new", "didNotHappen", Reason],
    }.ToFrozenDictionary();

    private static readonly string[] KnownFrom = [Source, "knownVia"];

    private static readonly FrozenDictionary<FactKind, string[]> OfFacts = new Dictionary<FactKind, string[]>
    {
        [FactKind.Hearing] = ["mode", "notified", "attended", "openToPublic", .. KnownFrom],
        [FactKind.Publication] = ["url", .. KnownFrom],
        [FactKind.Service] = KnownFrom,
        [FactKind.InForce] = KnownFrom,
        [FactKind.RemedyCarriedOut] = KnownFrom,
        [FactKind.Assessment] = ["formalistic", .. KnownFrom],
        // A source is free text and would lie in the clear for good: it belongs into the note.
        [FactKind.Retaliation] = ["knownVia"],
    }.ToFrozenDictionary();

    // The election, its law and what an import says of its source were settled when the record was made.
    private static readonly string[] OfRecord =
    [
        "matter", "complainantType", "complainant", "challengedActor", "challengedActKind", "challengedAct", "subject", "occurredAt", "occurredOnDayOnly",
        "publishedAt", "knownAt", "determinedAt", "continuing", "placeZone", "region", "precinct", "remedySought", "knownVia",
    ];

    /// <summary>The fields of a step that people report; none for those of timers.</summary>
    public static IReadOnlyList<string> Of(ProceduralStep step) => OfSteps.GetValueOrDefault(step) ?? [];

    /// <summary>The fields of a fact.</summary>
    public static IReadOnlyList<string> Of(FactKind fact) => OfFacts[fact];

    /// <summary>The fields of an event that a correction may set. The first record has no moment of its own: when it was written down is not a fact.</summary>
    public static IReadOnlyList<string> Correctable(Happening what) => what switch
    {
        Recorded => OfRecord,
        StepTaken taken => ["at", .. Of(taken.Step)],
        FactNoted noted => ["at", .. Of(noted.Fact)],
        _ => [],
    };

    /// <summary>Whether a field of the record is worked out and never reported.</summary>
    internal static bool IsDerived(string field) => field is "opens" or "filing" or "basis" or "election" or "rulebook" or "old" or "note";

    /// <summary>Why a step or fact cannot bring what it brings: each field that is not its own. A timer's step is refused as such.</summary>
    public static IEnumerable<Refusal> Refuse(Happening what) => what switch
    {
        StepTaken { Step: var step } when !step.IsTimers() => Strangers(what, Of(step)).Select(name => new Refusal(
            "step.field-not-its-own", $"'{name}' does not belong to {step}, which takes: {string.Join(", ", Of(step))}. Leave it out.", Field: name)),
        FactNoted { Fact: var fact } => Strangers(what, Of(fact)).Select(name => new Refusal(
            "fact.field-not-its-own", $"'{name}' does not belong to {fact}, which takes: {string.Join(", ", Of(fact))}. {InsteadOf(fact)}", Field: name)),
        _ => [],
    };

    private static string InsteadOf(FactKind fact) => fact is FactKind.Retaliation ? "Write it into the note, which is sealed." : "Leave it out.";

    private static IEnumerable<string> Strangers(Happening what, IReadOnlyList<string> own) =>
        EventJson.Data(what).Select(each => each.Key).Where(name => !own.Contains(name));
}
