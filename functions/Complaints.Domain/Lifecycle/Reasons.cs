using System.Collections.Frozen;

namespace Complaints.Domain.Lifecycle;

/// <summary>The sentences behind the refusal codes of the machine.</summary>
internal static class Reasons
{
    private static readonly FrozenDictionary<string, (string Sentence, string Field)> Sentences =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["lodge.no-forum"] = ("The rulebook names no forum that hears complaints.", "forum"),
        ["application.is-one-already"] = ("This is an application already; nothing is reclassified.", "step"),
        ["return.not-in-law"] = ("The rulebook knows no return for mending; record a decision dismissed_formal with its grounds instead.", "step"),
        ["suspend.not-a-commission"] = ("Only a commission suspends a matter because a court is seized of it.", "step"),
        ["decide.while-suspended"] = ("A suspended proceeding can only be decided as superseded_by_court; record Resume first for any other decision.", "outcome"),
        ["close.limit-running"] = ("The time to decide still runs under its last reading; a proceeding is closed without a decision only after it.", "step"),
        ["restoration.not-in-law"] = ("The rulebook shuts out restoring a missed limit.", "step"),
        ["silence.no-next-forum"] = ("The rulebook names no forum above this one for a complaint against silence.", "forum"),
        ["silence.limit-running"] = ("The time to decide has not passed under any reading yet, so silence cannot be argued.", "at"),
        ["seize-court.no-court"] = ("The rulebook names no court for this act.", "forum"),
        ["seize-court.not-a-commission"] = ("The matter is not before a commission; use Appeal or Relodge.", "step"),
        ["relodge.no-forum"] = ("The rulebook names no competent forum for this act.", "forum"),
        ["relodge.forum-is-competent"] = ("The forum is competent and has not decided; wait for its decision, withdraw, or seize a court.", "step"),
        ["relodge.not-dismissed-on-form"] = ("Only a complaint dismissed on form can be lodged again; challenge a decision on the merits by Appeal.", "step"),
        ["forward.not-in-law"] = ("The rulebook knows no duty or practice of forwarding; record what the forum decided.", "step"),
        ["forward.forum-is-competent"] = ("The forum is competent for this act, so there is nothing to pass on; record what it decided.", "step"),
        ["forward.no-receiver"] = ("The rulebook names no competent forum to forward to.", "forum"),
        ["appeal.no-higher-forum"] = ("The rulebook gives this forum no next one: its decision is the last.", "forum"),
        ["route.unknown"] = ("The rulebook does not know the next forum above this one.", "forum"),
        ["remit.nothing-below"] = ("The matter came from no lower forum, so there is none to send it back to.", "forum"),
        ["final.challenged"] = ("The decision is challenged before another forum and cannot become final.", "step"),
        ["forum.not-reachable"] = ("The rulebook draws no way from here to this forum.", "forum"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Refusal Refuse(string code, ProceduralStep step) =>
        Sentences.TryGetValue(code, out var reason)
            ? new Refusal(code, reason.Sentence, Field: reason.Field)
            : throw new InvalidOperationException($"The guard '{code}' of {step} has no sentence.");
}
