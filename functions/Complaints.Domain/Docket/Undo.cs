using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>
/// Takes back what somebody recorded by mistake a moment ago: the last step or fact that is theirs, as long as nobody acted on it. It is a correction like any
/// other, so both stay in the history.
/// </summary>
public static class Undo
{
    /// <summary>How long one can think better of it.</summary>
    public static readonly Duration Within = Duration.FromMinutes(15);

    /// <summary>What the record gives as the reason.</summary>
    public const string Reason = "undone";

    private static readonly Refusal Nothing = new(
        "undo.nothing", "There is no step or fact of yours that could be undone. The first record stays: correct its fields, or take the complaint back by Withdraw.");

    private static readonly Refusal TooLate = new(
        "undo.too-late", "Undoing is open for 15 minutes after recording. Record a correction instead: Correct, with its reason.");

    private static readonly Refusal ActedOn = new(
        "undo.acted-on", "Somebody else has added to the record since, so it is not undone silently. Record a correction instead: Correct, with its reason.");

    /// <summary>What this person can undo now; refused where there is nothing, the time is over, or somebody acted on it.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="by">Who asks: a pseudonymous caller.</param>
    /// <param name="now">The hour of asking.</param>
    public static Result<DocketEvent> Find(Complaint complaint, string by, Instant now) =>
        complaint.Correctable.Where(each => each.By == by && each.What is StepTaken or FactNoted).MaxBy(each => each.Seq) is not { } last ? Nothing
        : complaint.History.Any(each => each.Seq > last.Seq && each.By != by && each.By != DocketEvent.Timer) ? ActedOn
        : now - last.RecordedAt >= Within ? TooLate
        : last;

    internal static Result<Change> Take(Complaint complaint, string by, Instant now) => Find(complaint, by, now).IsAllowed(out var last)
        ? complaint.Take(new Step(ProceduralStep.Correct, now, last.Proceeding, new StepDetails { Event = last.Seq, DidNotHappen = true, Reason = Reason }), now, by)
        : Find(complaint, by, now).Refusals;
}
