using Complaints.Domain.Lifecycle;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Docket;

/// <summary>The refusals of the docket itself; those of the machine are worded in the lifecycle room.</summary>
internal static class Refusals
{
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

    public static Refusal InFuture(Instant at, Instant now) =>
        new("step.in-future", $"{Text(at)} is later than now ({Text(now)}); record what has happened.", Field: "at");

    public static Refusal ContradictsLater(Clash clash) => new(
        "step.contradicts-later",
        $"With this step, {clash.Event.What.Kind} of {Text(clash.Event.At)} (event {clash.Event.Seq}) would not be possible: {clash.Refusals[0].Message} Correct that event first.",
        Field: "at");

    public static Refusal ForumGone(DocketEvent each, string forum, string version) => new(
        "repin.forum-gone", $"{version} has no forum '{forum}' that counts at the place given, where {each.What.Kind} (event {each.Seq}) went.", Field: "rulebook");

    public static Refusal NotPossibleUnder(Clash clash, string version) => new(
        "repin.contradicts",
        $"Under {version}, {clash.Event.What.Kind} of {Text(clash.Event.At)} (event {clash.Event.Seq}) would not have been possible: {clash.Refusals[0].Message}",
        clash.Refusals[0].Citation,
        "rulebook");

    private static string Text(Instant at) => InstantPattern.General.Format(at);
}
