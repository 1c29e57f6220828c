using System.Text.Json;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Facts arrive late: they go where their date puts them, and a timer's step that no longer holds goes in the same change.</summary>
public sealed class LateFactTests
{
    [Fact]
    public void Take_DecisionBeforeLimitPassed_IsAcceptedAndRetractsIt()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Decide("2021-01-16 10:00");
        Assert.Equal(["Decide 1 2021-01-16 10:00", "Retracted 1 2021-01-21 10:00"], silent.History()[^2..]);
        Assert.Equal(new Retracted(3, "step.not-open"), silent.LastChange!.Events[1].What);
        Assert.Equal(Stage.Decided, silent.Proceeding(1).Stage);
    }

    [Fact]
    public void Take_DecisionAfterLimitPassed_KeepsIt()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Decide("2021-01-20 10:00");
        Assert.Single(silent.LastChange!.Events);
        Assert.Equal(Stage.Decided, silent.Proceeding(1).Stage);
    }

    [Fact]
    public void Take_RegisterBeforeLimitPassed_KeepsIt()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Take(ProceduralStep.Register, "2021-01-13 10:00");
        Assert.Single(silent.LastChange!.Events);
        Assert.Equal((Stage.Unanswered, Stage.Registered), (silent.Proceeding(1).Stage, silent.Proceeding(1).BeforeSilence));
    }

    [Fact]
    public void Take_SuspensionBeforeLimitPassed_RetractsIt()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Take(ProceduralStep.SeizeCourt, "2021-01-14 10:00", 1, "DC");
        Assert.Equal(new Retracted(3, "timer.no-longer-holds"), silent.LastChange!.Events[1].What);
        Assert.Equal(Stage.Suspended, silent.Proceeding(1).Stage);
    }

    [Fact]
    public void Take_SuspensionAfterLimitPassed_StopsNothing()
    {
        var silent = Silent().Take(ProceduralStep.Suspend, "2021-01-20 10:00");
        Assert.Equal((Stage.Unanswered, Stage.Suspended), (silent.Proceeding(1).Stage, silent.Proceeding(1).BeforeSilence));
        silent.Take(ProceduralStep.Resume, "2021-02-20 10:00").Tick("2021-03-20 10:00");
        Assert.Equal(Stage.Unanswered, silent.Proceeding(1).Stage);
    }

    [Fact]
    public void Correct_ReceiptThatMovesTheDate_RetractsAndTheTimerTakesItAnew()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Correct("2021-01-21 09:00", 2, """{"at": "2021-01-14T10:00:00+06:00"}""");
        Assert.Equal(new Retracted(3, "timer.no-longer-holds"), silent.LastChange!.Events[1].What);
        Assert.Equal(Stage.Lodged, silent.Proceeding(1).Stage);
        Assert.Equal("LimitPassed 1 2021-01-20 00:00", silent.Tick("2021-01-21 10:00").History()[^1]);
    }

    [Fact]
    public void Appeal_BeforeFinality_RetractsIt()
    {
        var final = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Tick("2021-01-27 00:00");
        Assert.Equal("BecomeFinal 1 2021-01-26 00:00", final.History()[^1]);
        final.RecordedAt("2021-02-10 10:00").Appeal("2021-01-20 10:00", "CEC");
        Assert.Equal(new Retracted(4, "final.challenged"), final.LastChange!.Events[1].What);
        Assert.Equal(Stage.Decided, final.Proceeding(1).Stage);
    }

    [Fact]
    public void Appeal_AfterFinality_IsOpenAndLeavesItFinal()
    {
        var final = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Tick("2021-01-27 00:00").Appeal("2021-02-10 10:00", "CEC");
        Assert.Equal(Stage.Final, final.Proceeding(1).Stage);
        Assert.Equal(Timeliness.Late, final.Proceeding(2).Filing!.Timeliness);
    }

    [Fact]
    public void Note_ServiceThatKeepsTheAppealOpen_RetractsFinality()
    {
        var final = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Tick("2021-01-27 00:00")
            .RecordedAt("2021-02-01 10:00").Note(FactKind.Service, "2021-01-28 10:00", 1);
        Assert.Equal(new Retracted(4, "timer.no-longer-holds"), final.LastChange!.Events[1].What);
        Assert.Equal(Stage.Decided, final.Proceeding(1).Stage);
        Assert.Equal("BecomeFinal 1 2021-02-09 00:00", final.Tick("2021-02-09 00:00").History()[^1]); // 7 February is a Sunday
    }

    [Fact]
    public void Take_InsertedBeforeAStepItRulesOut_IsRefused()
    {
        var registered = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-14 10:00");
        Assert.Equal(["step.contradicts-later"], registered.Refusals(ProceduralStep.Withdraw, "2021-01-13 10:00"));
        Assert.Equal(["step.contradicts-later"], registered.Refusals(ProceduralStep.Decide, "2021-01-13 10:00", details: AComplaint.Deciding("upheld")));
    }

    [Fact]
    public void Take_DecisionBeforeSilenceWasChallenged_IsRefusedUntilThatIsMended()
    {
        var challenged = Silent().Take(ProceduralStep.EscalateSilence, "2021-01-20 10:00", 1, "CEC").RecordedAt("2021-01-22 10:00");
        Assert.Equal(["step.contradicts-later"], challenged.Refusals(ProceduralStep.Decide, "2021-01-16 10:00", 1, details: AComplaint.Deciding("upheld")));
    }

    [Fact]
    public void From_ItsOwnHistory_GivesTheSameComplaint()
    {
        var silent = Silent().RecordedAt("2021-01-21 10:00").Decide("2021-01-16 10:00");
        var again = Complaint.From(silent.Complaint.Id, silent.Complaint.Law, silent.Complaint.History);
        Assert.Equal(
            JsonSerializer.Serialize(RegisterEntry.Of(silent.Complaint), RecordJson.Options),
            JsonSerializer.Serialize(RegisterEntry.Of(again), RecordJson.Options));
        Assert.Equal(silent.Complaint.Proceedings, again.Proceedings);
    }

    [Fact]
    public void From_ATamperedHistory_Throws()
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Complaint;
        DocketEvent[] without = [decided.History[0], decided.History[2]];
        Assert.Throws<InvalidOperationException>(() => Complaint.From(decided.Id, decided.Law, without));
    }

    /// <summary>A commission that had until 17 January, by the last reading until the 18th, and said nothing.</summary>
    private static AComplaint Silent()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-19 00:00");
        Assert.Equal("LimitPassed 1 2021-01-19 00:00", silent.History()[^1]);
        return silent;
    }
}
