using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Puts new events where their dates belong. A timer's step that no longer holds is taken back in the same change.</summary>
internal static class Appending
{
    public static Result<Change> To(Complaint complaint, IReadOnlyList<DocketEvent> added, Instant now, string by) =>
        To(complaint, complaint.Law, added, now, by);

    /// <param name="complaint">The complaint as it is.</param>
    /// <param name="law">The law it is read under from now on.</param>
    /// <param name="added">What is new.</param>
    /// <param name="now">The hour of recording.</param>
    /// <param name="by">Who records it.</param>
    public static Result<Change> To(Complaint complaint, Law law, IReadOnlyList<DocketEvent> added, Instant now, string by)
    {
        List<DocketEvent> history = [.. complaint.History, .. added];

        while (true)
        {
            var fold = Fold.Of(law, history);
            var untrue = fold.Clashes.FirstOrDefault(each => each.Event.IsTimers);

            if (fold.Clashes.FirstOrDefault(each => each.Event.Seq > complaint.Version && !each.Event.IsTimers) is { } refused)
            {
                return Result.Refused<Change>(refused.Refusals);
            }

            if (untrue is not null)
            {
                history.Add(new DocketEvent(history.Count + 1, now, now, by, untrue.Event.Proceeding, new Retracted(untrue.Event.Seq, untrue.Refusals[0].Code)));
                continue;
            }

            if (Corrected(added) is { } seq && fold.Clashes.FirstOrDefault(each => each.Event.Seq == seq) is { } senseless)
            {
                return Result.Refused<Change>([.. senseless.Refusals.Select(Refusals.OfCorrected)]);
            }

            return fold.Clashes.Count > 0
                ? law == complaint.Law ? Refusals.ContradictsLater(added[0], fold.Clashes) : Refusals.NotPossibleUnder(fold.Clashes[0], law.Rulebook.Version)
                : new Change(fold.ToComplaint(complaint.Id, history), history[complaint.Version..]);
        }
    }
    /// <summary>The event that is corrected, if any: if it does not fit with its new values, it is those that are refused.</summary>
    private static int? Corrected(IReadOnlyList<DocketEvent> added) =>
        added[0].What is StepTaken { Step: ProceduralStep.Correct, Details.Event: var seq } ? seq : null;
}
