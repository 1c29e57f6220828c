using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>Takes a reported step: names its proceeding, checks what it brings, and puts it where its date belongs.</summary>
internal static class TakeStep
{
    /// <summary>More than any matter goes through. What the clock owes all of them at once, and all it may have to take back, is saved in one batch.</summary>
    private const int MostProceedings = 24;

    public static Result<Change> On(Complaint complaint, Step step, Instant now, string by)
    {
        if (step.Kind.IsTimers())
        {
            return new Refusal("step.timer-only", $"{step.Kind} is taken by the tracker's clock alone.", Field: "step");
        }

        var before = Fold.Of(complaint.Law, complaint.History, step.At);

        var name = Name(complaint, before, step);

        if (!name.IsAllowed(out var named))
        {
            return name.Refusals;
        }

        var from = named is { } number ? before.Find(number) : null;
        Refusal[] refusals =
        [
            .. step.At > now ? [Refusals.InFuture(step.At, now)] : Array.Empty<Refusal>(),
            .. step.Kind.Crosses() && complaint.Proceedings.Count >= MostProceedings ? [Refusals.TooManyProceedings(MostProceedings)] : Array.Empty<Refusal>(),
            .. StepCheck.Of(complaint, step, from, now),
            .. before.Refuse(named, new StepTaken(step.Kind, step.Details), step.At),
        ];

        return refusals.Length > 0
            ? refusals
            : WithLastWords(Appending.To(complaint, [Event(complaint, before, step, named, from, now, by)], now, by), now);
    }

    private static Result<Change> WithLastWords(Result<Change> taken, Instant now) =>
        taken.IsAllowed(out var change) && change.Complaint.TakeLastWords(now) is { } final
            ? new Change(final.Complaint, [.. change.Events, .. final.Events])
            : taken;

    /// <summary>The proceeding a step belongs to: the one named, or the only one that could take it on that day.</summary>
    private static Result<int?> Name(Complaint complaint, Fold before, Step step)
    {
        if (step.Kind is ProceduralStep.Correct)
        {
            return complaint.History.FirstOrDefault(each => each.Seq == step.Details.Event)?.Proceeding;
        }

        if (step.Proceeding is { } given)
        {
            return complaint.Proceedings.Any(each => each.Number == given)
                ? (int?)given
                : Refusals.NoSuchProceeding(given);
        }

        if (complaint.Proceedings.Count < 2)
        {
            return step.Kind is ProceduralStep.Lodge ? null : complaint.Current?.Number;
        }

        var able = Able(before, new StepTaken(step.Kind, step.Details), step.At);
        able = able.Length > 0 ? able : Able(before, new StepTaken(step.Kind, new StepDetails()), step.At);

        return able.Length switch
        {
            1 => able[0],
            0 => before.ToComplaint(complaint.Id, complaint.History).Current?.Number ?? complaint.Current?.Number,
            _ => new Refusal(
                "step.which-proceeding",
                $"{step.Kind} could belong to proceeding {string.Join(" or ", able)}; name one.",
                Field: "proceeding"),
        };
    }

    /// <summary>The proceedings that could take a step; the forum or outcome it brings may leave only one.</summary>
    private static int?[] Able(Fold before, StepTaken taken, Instant at) =>
        [.. before.Proceedings.Where(each => before.Refuse(each.Number, taken, at).Count == 0).Select(each => (int?)each.Number)];

    private static DocketEvent Event(Complaint complaint, Fold before, Step step, int? named, Proceeding? from, Instant now, string by)
    {
        var seq = complaint.Version + 1;
        var details = step.Details;

        if (step.Kind.Crosses() && (from is not null || named is null))
        {
            details = details with { Opens = NextNumber(complaint) };
            var opening = new DocketEvent(seq, step.At, now, by, named, new StepTaken(step.Kind, details));
            var opened = Opening.By(complaint.Law, before.Grievance, opening, (StepTaken)opening.What, from, Numbered(complaint));
            details = details with { Filing = Opening.Judge(complaint.Law, before.Grievance, step.Kind, opened, from) };
        }

        if (step.Kind is ProceduralStep.Correct)
        {
            details = details with { Old = Corrections.Old(complaint, details) };
        }

        return new DocketEvent(seq, step.At, now, by, named, new StepTaken(step.Kind, details));
    }

    /// <summary>A number is given once: the one of a proceeding that never was is not given to another.</summary>
    private static int NextNumber(Complaint complaint) =>
        complaint.History.Max(each => each.What is StepTaken { Details.Opens: { } opened } ? opened : 0) + 1;

    private static Dictionary<int, Proceeding> Numbered(Complaint complaint) =>
        complaint.Proceedings.ToDictionary(each => each.Number);
}
