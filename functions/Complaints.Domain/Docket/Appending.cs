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

            return fold.Clashes.Count > 0
                ? law == complaint.Law ? Refusals.ContradictsLater(fold.Clashes[0]) : Refusals.NotPossibleUnder(fold.Clashes[0], law.Rulebook.Version)
                : new Change(fold.ToComplaint(complaint.Id, history), history[complaint.Version..]);
        }
    }
}
