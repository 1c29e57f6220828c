using Complaints.Domain.Alerts;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>A new rulebook version moves the complaints it bears on, by an event of their own, and no other.</summary>
public sealed class RepinTests
{
    // Received on Tuesday the 12th, five days: Sunday the 17th; the reading that rolls ends on Monday the 18th, or on the 19th if that is a day off.
    [Fact]
    public void Repin_DayOffAdded_MovesTheReadingThatRollsOverIt()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var moved = Assert.Single(lodged.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-15 10:00").Clocks);

        Assert.Equal((ClockKind.Decide, 1, "TEC"), (moved.Kind, moved.Proceeding, moved.Forum));
        Assert.Equal(("2021-01-18 00:00", "2021-01-17 00:00", "2021-01-19 00:00"), Dates(moved.Before!));
        Assert.Equal(("2021-01-18 00:00", "2021-01-17 00:00", "2021-01-20 00:00"), Dates(moved.After!));
        Assert.Equal(["calendar.2021-01-18"], moved.Why);
        Assert.Equal(new Repinned("KZ-2020@1", "KZ-2020@2", "calendar.2021-01-18"), lodged.Complaint.History[^1].What);
        Assert.Equal("2021-01-20 00:00", InAlmaty(lodged.Complaint.LimitPassedAt(1)!.Value));
    }

    [Theory]
    [InlineData("2021-01-15 10:00")] // five days end on Wednesday the 20th, or on the 19th if the day of receipt is day one
    [InlineData("2021-01-25 10:00")]
    public void Repin_DayOffThatNoReadingMeets_MovesNothing(string received) =>
        Assert.False(AComplaint.AgainstPrecinct().Lodge(received).Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-26 10:00").Moves);

    [Fact]
    public void Repin_Refused_OrOnlyAsked_LeavesEveryByteAsItWas()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-19 00:05");
        var before = Hashes(silent.Complaint);
        Assert.True(silent.TryRepin(ALaw.WithDayOff("2021-01-18"), "2021-01-19 10:00").IsAllowed(out var asked));
        Assert.True(asked!.Recomputation.Moves);
        Assert.Equal(before, Hashes(silent.Complaint));
        Assert.Equal(before, Hashes(asked.Change.Complaint)[..before.Length]);
    }

    [Fact]
    public void Repin_LimitPassedBeforeItsNewMoment_IsRetractedWithItsAlert()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var overdue = Assert.Single(silent.Watch("2021-01-19 00:00", "2021-01-19 00:05").Alerts);
        silent.Tick("2021-01-19 00:05");
        Assert.True(Watch.IsStillOwed(silent.Complaint, overdue));

        var recomputation = silent.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-19 10:00");

        Assert.Equal(
            ["Lodge 1 2021-01-12 10:00", "LimitPassed 1 2021-01-19 00:00", "Repinned - 2021-01-19 10:00", "Retracted 1 2021-01-19 10:00"],
            silent.History().Select(each => each.Replace("Lodge -", "Lodge 1", StringComparison.Ordinal)));
        Assert.Equal(new Retracted(3, "timer.no-longer-holds"), silent.Complaint.History[^1].What);
        Assert.Equal(Stage.Lodged, silent.Proceeding(1).Stage);
        Assert.False(Watch.IsStillOwed(silent.Complaint, overdue));
        Assert.Equal(new MovedTimer(ProceduralStep.LimitPassed, 1, At("2021-01-19 00:00"), At("2021-01-20 00:00")), Assert.Single(recomputation.Timers));
        Assert.Equal("2021-01-20 00:00", InAlmaty(Watch.Next(silent.Complaint, At("2021-01-19 10:00"))!.Value));
    }

    [Fact]
    public void Repin_LimitPassedLongAgo_IsTakenAnewAtItsNewMomentInTheSameChange()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-19 00:05");
        silent.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-25 10:00");
        Assert.Equal(["Repinned", "Retracted", "LimitPassed"], silent.LastChange!.Events.Select(each => each.What.Kind));
        Assert.Equal("LimitPassed 1 2021-01-20 00:00", silent.History()[^1]);
        Assert.Equal(Stage.Unanswered, silent.Proceeding(1).Stage);
    }

    [Fact]
    public void Repin_AndBackAgain_GivesTheOldDates()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        lodged.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-15 10:00");
        lodged.Repin(ALaw.Shipped, "2021-01-16 10:00");
        Assert.Equal("2021-01-19 00:00", InAlmaty(lodged.Complaint.LimitPassedAt(1)!.Value));
        Assert.Equal("KZ-2020@1", Repinned.PinOf(lodged.Complaint.History));
    }

    // Filed on the eleventh day: late under ten days, in time under fifteen.
    [Fact]
    public void Repin_LongerTimeToFile_JudgesTheFilingAnew()
    {
        var late = AComplaint.AgainstResolution().Lodge("2020-12-15 09:00", "SC");
        Assert.Equal(Timeliness.Late, late.Complaint.Timeliness);
        var recomputation = late.Repin(ALaw.Of("""{ "limits": { "kz.file.10": { "length.value": 15 } } }"""), "2020-12-16 09:00");
        Assert.Equal(new MovedVerdict(VerdictOn.Filing, 1, Timeliness.Late, Timeliness.Timely), Assert.Single(recomputation.Verdicts));
        Assert.Equal(Timeliness.Timely, late.Complaint.Timeliness);
        Assert.Equal(Timeliness.Timely, Stored(late.Complaint).Timeliness);
    }

    [Fact]
    public void Take_AfterTheRepin_FreezesItsOwnVerdict()
    {
        var late = AComplaint.AgainstResolution();
        late.Repin(ALaw.Of("""{ "limits": { "kz.file.10": { "length.value": 15 } } }"""), "2020-12-10 09:00");
        late.Lodge("2020-12-15 09:00", "SC");
        Assert.StartsWith("KZ-2020@2 ", ((StepTaken)late.Complaint.History[^1].What).Details.Filing!.Versions, StringComparison.Ordinal);
        Assert.Equal(Timeliness.Timely, late.Complaint.Timeliness);
    }

    [Fact]
    public void Repin_FactHeardOfSinceTheVerdictWasFrozen_IsNoDifferenceOfTheLaw()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Appeal("2021-01-27 10:00", "CEC")
            .RecordedAt("2021-01-28 10:00").Note(FactKind.Service, "2021-01-20 10:00", 1);
        Assert.False(appealed.Repin(ALaw.WithDayOff("2020-12-25"), "2021-01-28 11:00").Moves);
    }

    [Fact]
    public void Repin_TimerDueButNotTaken_IsNoDifferenceOfTheLaw() =>
        Assert.False(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Repin(ALaw.WithDayOff("2020-12-25"), "2021-02-20 11:00").Moves);

    [Fact]
    public void Repin_DefectsMayBeCured_OpensTheReturn()
    {
        var registered = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-13 10:00");
        var law = ALaw.Of("""{ "rectification": { "allowed": true, "basis": ["EL-49"], "status": "public" } }""");
        Assert.Equal(new MovedStep(ProceduralStep.Return, 1, IsOpen: true), Assert.Single(registered.Repin(law, "2021-01-14 10:00").Steps));
    }

    [Fact]
    public void Repin_AnotherForumCompetent_MovesTheTimeToFileThere()
    {
        var recomputation = AComplaint.AgainstResolution().Repin(ALaw.Of("""{ "jurisdictionRules": { "J1": { "firstInstance": ["CC"] } } }"""), "2020-12-06 09:00");
        Assert.Equal(["SC"], recomputation.Competent!.Before);
        Assert.Equal(["CC"], recomputation.Competent.After);
        Assert.Contains(recomputation.Clocks, each => each is { Forum: "SC", After: null });
        Assert.All(recomputation.Clocks, each => Assert.Contains("jurisdictionRules.J1.firstInstance", each.Why));
    }

    [Fact]
    public void Repin_LawWithoutTheForumItWentTo_IsRefused()
    {
        var filed = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "SC");
        Assert.Equal(["repin.forum-gone"], filed.TryRepin(ShippedLaw.Rulebooks["MD-2019"], "2020-12-13 10:00").Refusals.Select(each => each.Code));
    }

    // Silence was challenged on the 20th, when five days had passed. Under thirty days nobody was silent then.
    [Fact]
    public void Repin_StepOfAPersonNoLongerPossible_IsRefused()
    {
        var escalated = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.EscalateSilence, "2021-01-20 10:00", 1, "CEC");
        var refused = Assert.Single(escalated.TryRepin(ALaw.Of("""{ "limits": { "kz.commission.decide.5": { "length.value": 30 } } }"""), "2021-01-21 10:00").Refusals);
        Assert.Equal("repin.contradicts", refused.Code);
        Assert.Contains("event 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Correct_TheRepin_IsRefused()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        lodged.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-15 10:00");
        Assert.Equal(
            ["correct.no-such-event"],
            lodged.Refusals(ProceduralStep.Correct, "2021-01-16 10:00", details: AComplaint.Correcting(3, """{"to": "KZ-2020@1"}""")));
    }

    [Fact]
    public void From_AnotherLawThanThePinned_Throws()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        lodged.Repin(ALaw.WithDayOff("2021-01-18"), "2021-01-15 10:00");
        Assert.Throws<InvalidOperationException>(() => Complaint.From(lodged.Complaint.Id, AComplaint.Law(), lodged.Complaint.History));
    }

    // Ten days made five: the last day was the 14th and is the 9th. On the 8th the reminders of the 6th and the 8th are past, and one is enough.
    [Fact]
    public void AfterRepin_TimeShortened_RemindsAtOnce()
    {
        var draft = AComplaint.AgainstResolution();
        var law = new Law(ALaw.Of("""{ "limits": { "kz.file.10": { "length.value": 5 } } }"""), AComplaint.Law().Election);
        Assert.True(draft.Complaint.Repin(law, null, At("2020-12-08 10:00"), "c1").IsAllowed(out var repinning));
        var wakeUp = Watch.AfterRepin(draft.Complaint, repinning!.Change, At("2020-12-11 00:00"), At("2020-12-08 10:00"));
        var reminder = Assert.Single(wakeUp.Alerts);
        Assert.Equal(("2020-12-08 00:00", "2020-12-09 00:00"), (InAlmaty(reminder.Moment), InAlmaty(reminder.DueExclusive)));
        Assert.Null(wakeUp.Next);
    }

    [Fact]
    public void AfterRepin_WakeUpDueAlready_StaysDue()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.True(silent.TryRepin(ALaw.WithDayOff("2021-01-18"), "2021-01-25 10:00").IsAllowed(out var repinning));
        var wakeUp = Watch.AfterRepin(silent.Complaint, repinning!.Change, At("2021-01-19 00:00"), At("2021-01-25 10:00"));
        Assert.Equal(At("2021-01-19 00:00"), wakeUp.Next);
        Assert.Empty(wakeUp.Alerts);
    }

    private static (string? Due, string? Earliest, string? Latest) Dates(ClockEnd end) =>
        (InAlmaty(end.DueExclusive!.Value), InAlmaty(end.Earliest!.Value), InAlmaty(end.Latest!.Value));

    private static string[] Hashes(Complaint complaint) =>
        [.. complaint.History.Select(each => Chain.Hash(Chain.Beginning, EventJson.Canonical(each)))];

    private static Complaint Stored(Complaint complaint) =>
        Complaint.From(complaint.Id, complaint.Law, [.. complaint.History.Select(each => EventJson.Read(EventJson.Canonical(each)))]);
}
