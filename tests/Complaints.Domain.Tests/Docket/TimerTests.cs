using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The steps that time takes: dated to the moment the law gives, not to the tick, and only where it gives one.</summary>
public sealed class TimerTests
{
    [Fact]
    public void LimitPassed_FixedLimit_ComesAtTheLatestReading()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.Null(lodged.Tick("2021-01-18 23:59").LastChange);
        Assert.Equal("LimitPassed 1 2021-01-19 00:00", lodged.Tick("2021-02-01 12:00").History()[^1]); // 17 January is a Sunday: 18 by AMB-03
        Assert.Equal("latest", ((StepTaken)lodged.LastChange!.Events[0].What).Details.Basis);
        Assert.Equal(("timer", At("2021-02-01 12:00")), (lodged.LastChange.Events[0].By, lodged.LastChange.Events[0].RecordedAt));
        Assert.Null(lodged.Tick("2021-03-01 12:00").LastChange);
    }

    // SC-I: reported at 09:15 on election day; benchmark 20:00. Outside the window by another reading it would have been days.
    [Theory]
    [InlineData("2021-01-10 09:15", "2021-01-10 20:00")] // no reading puts election day outside the window
    [InlineData("2021-01-10 21:00", "2021-01-11 00:00")] // after the close of polls: the end of the day
    [InlineData("2021-01-08 10:00", "2021-01-09 00:00")]
    [InlineData("2021-01-05 10:00", "2021-01-12 00:00")] // AMB-06 strict: five days, and 10 January rolls to Monday
    public void LimitPassed_ImmediateLimit_ComesAtTheLaterOfBenchmarkAndReadings(string received, string moment)
    {
        var lodged = AComplaint.Against("PEC", "action", "2021-01-04 10:00", "2021-01-04 11:00").Lodge(received).Tick("2021-02-01 00:00");
        Assert.Equal($"LimitPassed 1 {moment}", lodged.History()[^1]);
        Assert.Equal("benchmark", ((StepTaken)lodged.LastChange!.Events[0].What).Details.Basis);
        Assert.Null(lodged.Decide("2021-01-10 23:00", proceeding: 1).Proceeding(1).Decision!.Timeliness);
    }

    [Fact]
    public void LimitPassed_LimitUnknown_NeverComes()
    {
        var cassation = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "SC").Decide("2020-12-15 10:00").Appeal("2020-12-20 10:00", "SC-CASS");
        Assert.Null(cassation.Tick("2030-01-01 00:00").LastChange);
        Assert.Null(cassation.Complaint.LimitPassedAt(2));
        Assert.Equal(["silence.no-next-forum", "silence.limit-running"], cassation.Refusals(ProceduralStep.EscalateSilence, "2021-06-01 10:00", 2, "SC"));
    }

    [Fact]
    public void LimitPassed_WhileSuspended_NeverComes()
    {
        var waiting = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Suspend, "2021-01-13 10:00");
        Assert.Null(waiting.Tick("2030-01-01 00:00").LastChange);
        Assert.Null(waiting.Complaint.NextTimersStep());
    }

    [Fact]
    public void BecomeFinal_NoHigherForum_ComesAtOnce()
    {
        var last = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "SC").Decide("2020-12-15 10:00").Appeal("2020-12-20 10:00", "SC-CASS")
            .Decide("2020-12-28 10:00", proceeding: 2);
        Assert.Equal("BecomeFinal 2 2020-12-28 10:00", last.History()[^1]);
        Assert.Equal((DocketEvent.Timer, "noHigherForum"), (last.LastChange!.Events[^1].By, ((StepTaken)last.LastChange.Events[^1].What).Details.Basis));
        Assert.Null(last.Tick("2021-01-28 10:00").LastChange);
    }

    [Theory]
    [InlineData("DC")] // the forums above it are unknown
    [InlineData("SC")] // the limit of cassation is unknown (AMB-15)
    public void BecomeFinal_NextForumOrLimitUnknown_NeverComesByItself(string court)
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", court).Decide("2021-01-15 10:00");
        Assert.Null(decided.Tick("2030-01-01 00:00").LastChange);
        decided.Take(ProceduralStep.RecordFinal, "2021-03-01 10:00", details: new StepDetails { Source = "court_record" });
        Assert.Equal(Stage.Final, decided.Proceeding(1).Stage);
    }

    [Fact]
    public void BecomeFinal_AppealLimitKnown_ComesAtItsLatestReading()
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00");
        Assert.Null(decided.Tick("2021-01-25 23:59").LastChange);
        Assert.Equal("BecomeFinal 1 2021-01-26 00:00", decided.Tick("2021-01-26 00:00").History()[^1]);
    }

    [Fact]
    public void TakeTimersSteps_AfterDowntime_TakesThemInOrder()
    {
        var both = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.SeizeCourt, "2021-01-13 10:00", 1, "DC")
            .Take(ProceduralStep.Resume, "2021-01-14 10:00", 1).Tick("2021-06-01 00:00");
        Assert.Equal(2, both.LastChange!.Events.Count);
        Assert.True(both.LastChange.Events[0].At <= both.LastChange.Events[1].At);
        Assert.All(both.Complaint.Proceedings, each => Assert.Equal(Stage.Unanswered, each.Stage));
    }

    [Theory]
    [InlineData("2021-01-12 10:00", "2021-01-16 23:59", false)]
    [InlineData("2021-01-12 10:00", "2021-01-17 00:00", true)] // the earliest reading: the day of receipt is day one
    [InlineData("2021-01-10 12:00", "2021-01-10 19:59", false)]
    [InlineData("2021-01-10 12:00", "2021-01-10 20:00", true)] // the benchmark
    public void EscalateSilence_FromTheEarliestReadingOn_IsOpen(string received, string at, bool isOpen)
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge(received);
        Assert.Equal(isOpen ? [] : ["silence.limit-running"], lodged.Refusals(ProceduralStep.EscalateSilence, at, forum: "CEC"));
        Assert.Equal(isOpen, lodged.Complaint.PermittedSteps(At(at)).Any(each => each.Step is ProceduralStep.EscalateSilence));
    }

    [Fact]
    public void EscalateSilence_WhileSuspended_IsOpenWhereAReadingKnowsNoPause()
    {
        var waiting = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Suspend, "2021-01-14 10:00");
        Assert.Equal(["silence.limit-running"], waiting.Refusals(ProceduralStep.EscalateSilence, "2021-01-15 10:00", forum: "CEC"));
        Assert.Empty(waiting.Refusals(ProceduralStep.EscalateSilence, "2021-01-20 10:00", forum: "CEC")); // AMB-09: the clock never stopped
    }

    // Received on the 12th: two of five days used by the 14th, none while it waited, the 21st and 22nd used, one left from the 25th.
    [Fact]
    public void LimitPassed_SuspendedTwice_CountsBothPauses()
    {
        var twice = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00")
            .Take(ProceduralStep.Suspend, "2021-01-14 10:00").Take(ProceduralStep.Resume, "2021-01-20 18:00")
            .Take(ProceduralStep.Suspend, "2021-01-22 09:00").Take(ProceduralStep.Resume, "2021-01-25 10:00");
        Assert.Equal(new NodaTime.LocalDate(2021, 1, 26), Assert.Single(twice.Complaint.Clocks()).Deadline.LastDay);
    }

    [Fact]
    public void LimitPassed_SuspendedAfterItsMomentButBeforeTheTick_StillComes()
    {
        var late = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Suspend, "2021-01-20 10:00").Tick("2021-01-20 10:01");
        Assert.Equal("LimitPassed 1 2021-01-19 00:00", late.History()[^1]);
        Assert.Equal((Stage.Unanswered, Stage.Suspended), (late.Proceeding(1).Stage, late.Proceeding(1).BeforeSilence));
    }

    // In Moldova no pause is known: the time of the council passes although it waits for a court.
    [Fact]
    public void LimitPassed_LimitThatKnowsNoPause_ComesWhileSuspended()
    {
        var waiting = AComplaint.Against("PEB", "action", "2021-01-11 10:00", "2021-01-11 11:00", rulebook: "MD-2019");
        waiting.Take(ProceduralStep.Lodge, "2021-01-11 12:00", forum: "DEC-MD", zone: "Europe/Chisinau")
            .Take(ProceduralStep.Suspend, "2021-01-12 12:00").Tick("2021-03-01 00:00");
        Assert.Equal((Stage.Unanswered, Stage.Suspended), (waiting.Proceeding(1).Stage, waiting.Proceeding(1).BeforeSilence));
        waiting.Take(ProceduralStep.Resume, "2021-03-02 10:00").Tick("2021-04-01 00:00");
        Assert.Equal(Stage.Admitted, waiting.Proceeding(1).BeforeSilence);
    }
}
