using Complaints.Domain.Lifecycle;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Docket;

/// <summary>The refusals of the docket itself; those of the machine are worded in the lifecycle room.</summary>
internal static class Refusals
{
    private const int MostNamed = 10;

    public static readonly Refusal TimerNoLongerHolds =
        new("timer.no-longer-holds", "The moment the law gives for this step has moved.");

    public static Refusal BeforeReceipt(ProceduralStep step, int number) => step is ProceduralStep.Decide
        ? new("decision.before-receipt", $"Proceeding {number} was not yet received at that date, so nothing could be decided.", Field: "at")
        : new("step.before-receipt", $"Proceeding {number} was not yet received at that date.", Field: "at");

    public static Refusal HasItAlready(Proceeding pending) => new(
        "forum.has-it-already",
        $"{pending.Forum.Id} has it already, in proceeding {pending.Number}. If another body of that kind is meant, give its forumName.",
        Field: "forum");

    public static Refusal NoSuchProceeding(int number) =>
        new("proceeding.none", $"The complaint has no proceeding {number} at that date.", Field: "proceeding");

    public static Refusal TooManyProceedings(int most) => new(
        "proceeding.too-many", $"A complaint has {most} proceedings at most. Record what goes on from here as a complaint of its own.", Field: "step");

    public static Refusal InFuture(Instant at, Instant now, string field = "at") =>
        new("step.in-future", $"{Text(at)} is later than now ({Text(now)}); record what has happened.", Field: field);

    /// <summary>A refusal about a field of an event that is corrected: it is the correction's new value that is meant.</summary>
    public static Refusal OfCorrected(Refusal refusal) => refusal.Field is { } field ? refusal with { Field = $"new.{field}" } : refusal;

    /// <param name="added">What was to be added.</param>
    /// <param name="clashes">Every person's event that would not be possible any more, in the order of their dates.</param>
    public static Refusal ContradictsLater(DocketEvent added, IReadOnlyList<Clash> clashes)
    {
        var named = string.Join(", ", clashes.Take(MostNamed).Select(each => $"{each.Event.What.Kind} of {Text(each.Event.At)} (event {each.Event.Seq})"));
        var others = clashes.Count > MostNamed ? $" and {clashes.Count - MostNamed} more" : "";
        var way = clashes.Count == 1 ? "Correct that event first." : "Correct those events first, the last one first.";
        var field = added.What switch
        {
            StepTaken { Step: ProceduralStep.Correct, Details.DidNotHappen: true } => "event",
            StepTaken { Step: ProceduralStep.Correct } => "new",
            _ => "at",
        };
        return new Refusal(
            "step.contradicts-later", $"With this step, {named}{others} would not be possible: {clashes[0].Refusals[0].Message} {way}", Field: field)
        {
            Named = string.Join(", ", clashes.Take(MostNamed).Select(each => $"№ {each.Event.Seq}")),
        };
    }

    public static Refusal ForumGone(DocketEvent each, string forum, string version) => new(
        "repin.forum-gone", $"{version} has no forum '{forum}' that counts at the place given, where {each.What.Kind} (event {each.Seq}) went.", Field: "rulebook");

    public static Refusal NotPossibleUnder(Clash clash, string version) => new(
        "repin.contradicts",
        $"Under {version}, {clash.Event.What.Kind} of {Text(clash.Event.At)} (event {clash.Event.Seq}) would not have been possible: {clash.Refusals[0].Message}",
        clash.Refusals[0].Citation,
        "rulebook");

    private static string Text(Instant at) => InstantPattern.General.Format(at);
}
