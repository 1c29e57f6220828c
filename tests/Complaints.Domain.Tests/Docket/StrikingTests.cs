using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>A step that never happened is struck out by a correction: it stays in the history and is no longer read.</summary>
public sealed class StrikingTests
{
    [Fact]
    public void Strike_AMistypedWithdrawal_OpensTheProceedingAgain()
    {
        var withdrawn = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Withdraw, "2021-01-13 10:00");
        Assert.Equal([ProceduralStep.Correct], withdrawn.Complaint.PermittedSteps(At("2021-01-13 10:00")).Select(each => each.Step));
        Strike(withdrawn, 3);
        Assert.Equal(Stage.Lodged, withdrawn.Proceeding(1).Stage);
        Assert.Equal(4, withdrawn.Complaint.Version);
        Assert.Equal("2021-01-19 00:00", InAlmaty(withdrawn.Complaint.NextTimersStep()!.At));
    }

    [Fact]
    public void Strike_BeforeFiling_LeadsBackToTheDraft()
    {
        var withdrawn = AComplaint.AgainstPrecinct().Take(ProceduralStep.Withdraw, "2021-01-13 10:00");
        Strike(withdrawn, 2);
        Assert.Equal("Filing/Draft", withdrawn.Complaint.Position.ToString());
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Strike(filed, 2);
        Assert.Equal("Filing/Draft", filed.Complaint.Position.ToString());
    }

    [Fact]
    public void Strike_AFiling_NeverGivesItsNumberAgain()
    {
        var filed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Strike(filed, 2);
        filed.RecordedAt("2021-01-20 10:00").Lodge("2021-01-12 11:00", "CEC");
        Assert.Equal([2], filed.Complaint.Proceedings.Select(each => each.Number));
    }

    [Fact]
    public void Strike_ADecision_TakesBackTheTimersStepsThatRestedOnIt()
    {
        var final = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Tick("2021-03-01 00:00");
        Assert.Equal("BecomeFinal", final.Complaint.History[^1].What.Kind);
        Strike(final, 3, "2021-03-01 10:00");
        Assert.NotEqual(Stage.Decided, final.Proceeding(1).Stage);
        Assert.Null(final.Proceeding(1).Decision);
        Assert.Contains(final.Complaint.History, each => each.What is Retracted { Event: 4 });
        Assert.NotNull(Complaint.From(final.Complaint.Id, final.Complaint.Law, final.Complaint.History));
    }

    [Fact]
    public void Strike_WhatLaterStepsRestOn_IsRefusedAndNamesThemAll()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Note(FactKind.Service, "2021-01-16 10:00", 1)
            .Appeal("2021-01-17 10:00", "CEC").Take(ProceduralStep.Register, "2021-01-18 10:00", 2);
        var refusal = Assert.Single(Try(appealed, 3, "2021-01-20 10:00").Refusals);
        Assert.Equal(("step.contradicts-later", "event"), (refusal.Code, refusal.Field));
        Assert.Contains("(event 4)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("(event 5)", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("(event 6)", refusal.Message, StringComparison.Ordinal);
        Strike(appealed, 6);
        Strike(appealed, 5);
        Strike(appealed, 4);
        Strike(appealed, 3);
        Assert.Equal(Stage.Lodged, Assert.Single(appealed.Complaint.Proceedings).Stage);
    }

    [Fact]
    public void Strike_APause_LetsTheClockRunOnAsIfThereWereNone()
    {
        var paused = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Suspend, "2021-01-13 10:00").Take(ProceduralStep.Resume, "2021-01-23 10:00");
        Assert.True(paused.Complaint.LimitPassedAt(1) > At("2021-01-25 00:00"));
        Strike(paused, 4);
        Strike(paused, 3);
        Assert.Equal(At("2021-01-19 00:00"), paused.Complaint.LimitPassedAt(1));
    }

    [Fact]
    public void Strike_TheNoticeOfService_JudgesTheAppealAnew()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Note(FactKind.Service, "2021-01-20 10:00", 1)
            .Appeal("2021-01-28 10:00", "CEC");
        var before = appealed.Proceeding(2).Filing!.Readings.Count;
        Strike(appealed, 4);
        Assert.NotEqual(before, appealed.Proceeding(2).Filing!.Readings.Count);
    }

    [Theory]
    [InlineData(1, "correct.record-stays")]
    [InlineData(9, "correct.no-such-event")]
    [InlineData(3, "correct.no-such-event")] // struck out already
    [InlineData(4, "correct.no-such-event")] // a correction is mended by another one
    public void Strike_WhatCannotBeStruckOut_IsRefused(int seq, string code)
    {
        var struck = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Withdraw, "2021-01-13 10:00");
        Strike(struck, 3);
        Assert.Equal(code, Assert.Single(Try(struck, seq, "2021-01-20 10:00").Refusals).Code);
    }

    [Fact]
    public void Strike_AndSetAValueAtOnce_IsRefused()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.Equal(
            ["correct.one-or-other"],
            lodged.Refusals(ProceduralStep.Correct, "2021-01-20 10:00", details: AComplaint.Correcting(2, """{"channel": "post"}""") with { DidNotHappen = true }));
    }

    private static void Strike(AComplaint complaint, int seq, string at = "2021-01-28 10:00") =>
        complaint.Take(ProceduralStep.Correct, at, details: Striking(seq));

    private static Result<Change> Try(AComplaint complaint, int seq, string at) =>
        complaint.Complaint.Take(new Step(ProceduralStep.Correct, At(at), null, Striking(seq)), At(at), "o1");

    private static StepDetails Striking(int seq) => new() { Event = seq, DidNotHappen = true, Reason = "mistyped" };
}
