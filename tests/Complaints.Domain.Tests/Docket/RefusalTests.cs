using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>Why a step is not taken: every reason at once, and nothing changed.</summary>
public sealed class RefusalTests
{
    private static readonly StepDetails Upheld = AComplaint.Deciding("upheld");

    [Theory]
    [InlineData(ProceduralStep.LimitPassed)]
    [InlineData(ProceduralStep.BecomeFinal)]
    public void Take_TimersStep_IsNotForPeople(ProceduralStep step) =>
        Assert.Equal(["step.timer-only"], AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Refusals(step, "2021-02-12 10:00"));

    [Fact]
    public void Take_LaterThanNow_IsRefused() =>
        Assert.Equal(
            ["step.in-future"],
            AComplaint.AgainstPrecinct().RecordedAt("2021-01-12 10:00").Refusals(ProceduralStep.Lodge, "2021-01-12 10:01", forum: "TEC"));

    [Fact]
    public void Note_LaterThanNow_IsRefused() =>
        Assert.Equal(
            "step.in-future",
            AComplaint.AgainstPrecinct().Complaint
                .Note(FactKind.Publication, new FactDetails(), null, At("2021-01-12 10:01"), At("2021-01-12 10:00"), "o1").Refusals[0].Code);

    [Fact]
    public void Take_BeforeReceipt_IsRefused()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.Equal(["decision.before-receipt"], lodged.Refusals(ProceduralStep.Decide, "2021-01-12 09:59", details: Upheld));
        Assert.Equal(["step.before-receipt"], lodged.Refusals(ProceduralStep.Register, "2021-01-12 09:59"));
    }

    [Fact]
    public void Take_EverythingWrongAtOnce_NamesEverything()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").RecordedAt("2021-01-12 12:00");
        Assert.Equal(
            ["step.in-future", "decision.ground-missing", "decision.served-before-taken"],
            lodged.Refusals(ProceduralStep.Decide, "2021-01-12 13:00", details: new StepDetails { Outcome = "dismissed_formal", ServedAt = At("2021-01-12 12:30") }));
        Assert.Equal(
            ["step.in-future", "forum.zone-differs", "silence.limit-running"],
            lodged.Refusals(ProceduralStep.EscalateSilence, "2021-01-12 13:00", forum: "CEC", zone: "Asia/Oral"));
    }

    [Fact]
    public void Take_TwoCouldTakeIt_AsksWhich()
    {
        var two = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Take(ProceduralStep.Relodge, "2020-12-13 10:00", 1, "SC");
        Assert.Equal(["step.which-proceeding"], two.Refusals(ProceduralStep.Register, "2020-12-14 10:00"));
        Assert.Equal(["proceeding.none"], two.Refusals(ProceduralStep.Register, "2020-12-14 10:00", 3));
        two.Take(ProceduralStep.Register, "2020-12-14 10:00", 1).Take(ProceduralStep.Register, "2020-12-14 10:00");
        Assert.Equal([Stage.Registered, Stage.Registered], two.Complaint.Proceedings.Select(each => each.Stage));
    }

    [Fact]
    public void Take_OneCouldTakeItOnThatDay_NeedsNoNumber()
    {
        var later = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Take(ProceduralStep.Relodge, "2020-12-14 10:00", 1, "SC");
        later.RecordedAt("2020-12-15 10:00").Take(ProceduralStep.Register, "2020-12-13 10:00");
        Assert.Equal([Stage.Registered, Stage.Lodged], later.Complaint.Proceedings.Select(each => each.Stage));
    }

    [Fact]
    public void Take_NotOpen_IsRefused()
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00");
        Assert.Equal(["step.not-open"], decided.Refusals(ProceduralStep.Register, "2021-01-16 10:00"));
        Assert.Equal(["step.already-filed"], decided.Refusals(ProceduralStep.Lodge, "2021-01-16 10:00", forum: "DC"));
    }

    [Theory]
    [InlineData(null, null, "forum.unknown")]
    [InlineData("ICC", null, "forum.unknown")]
    [InlineData("POLICE", "Asia/Almaty", "forum.not-reachable")]
    [InlineData("CEC", "Asia/Oral", "forum.zone-differs")]
    [InlineData("TEC", null, "forum.zone-missing")]
    [InlineData("TEC", "UTC+06", "forum.zone-unknown")]
    public void Lodge_ForumOrZoneWrong_IsRefused(string? forum, string? zone, string code)
    {
        var draft = AComplaint.AgainstPrecinct().Complaint;
        var step = new Step(ProceduralStep.Lodge, At("2021-01-12 10:00"), null, new StepDetails { Forum = forum, ForumZone = zone });
        Assert.Equal([code], draft.Take(step, At("2021-01-12 10:00"), "o1").Refusals.Select(each => each.Code));
    }

    [Fact]
    public void Lodge_UnderAnotherNameOfTheSameZone_IsTaken() =>
        Assert.Equal("Commission/Lodged", AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", "TEC", "Asia/Qostanay").Complaint.Position.ToString());

    [Fact]
    public void Lodge_BeforeTheAct_IsRefused() =>
        Assert.Equal(["step.before-act"], AComplaint.AgainstPrecinct().Refusals(ProceduralStep.Lodge, "2021-01-08 10:00", forum: "TEC"));

    [Fact]
    public void Lodge_WrongForumOrLate_IsNeverBlocked()
    {
        Assert.Equal("Court/Lodged", AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Complaint.Position.ToString());
        Assert.Equal("Late", AComplaint.AgainstResolution().Lodge("2021-03-12 10:00", "SC").Complaint.Timeliness.ToString());
    }

    [Fact]
    public void Take_ToAForumThatHasIt_IsRefused()
    {
        var both = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.SeizeCourt, "2021-01-13 10:00", 1, "DC");
        Assert.Equal(["forum.has-it-already"], both.Refusals(ProceduralStep.SeizeCourt, "2021-01-14 10:00", 1, "DC"));
        Assert.Empty(both.Refusals(ProceduralStep.SeizeCourt, "2021-01-14 10:00", 1, "DC", details: new StepDetails { ForumName = "Medeu district court" }));
    }

    [Fact]
    public void Take_NextForumUnknown_IsRefusedAsUnknown()
    {
        var court = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", "DC").Decide("2021-01-15 10:00");
        Assert.Equal(["route.unknown"], court.Refusals(ProceduralStep.Appeal, "2021-01-16 10:00", forum: "SC"));
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", "DC").Tick("2021-02-01 00:00");
        Assert.Equal(["route.unknown"], silent.Refusals(ProceduralStep.EscalateSilence, "2021-02-01 10:00", forum: "SC"));
    }

    [Theory]
    [InlineData("withdrawn", "decision.outcome-unknown")]
    [InlineData("no_decision", "decision.outcome-unknown")]
    [InlineData(null, "decision.outcome-unknown")]
    [InlineData("answered", "decision.answers-no-application")]
    public void Decide_NotADecision_IsRefused(string? outcome, string code) =>
        Assert.Equal([code], AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00")
            .Refusals(ProceduralStep.Decide, "2021-01-13 10:00", details: new StepDetails { Outcome = outcome }));

    [Fact]
    public void RecordFinal_WithoutSource_IsRefused() =>
        Assert.Equal(["final.source-missing"], AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", "DC").Decide("2021-01-15 10:00")
            .Refusals(ProceduralStep.RecordFinal, "2021-02-15 10:00"));

    [Fact]
    public void Close_WhileTheLimitRuns_IsRefused()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Assert.Equal(["close.limit-running"], lodged.Refusals(ProceduralStep.Close, "2021-01-18 23:59"));
        Assert.Empty(lodged.Refusals(ProceduralStep.Close, "2021-01-19 00:00"));
        var atOnce = AComplaint.AgainstPrecinct().Lodge("2021-01-10 12:00");
        Assert.Equal(["close.limit-running"], atOnce.Refusals(ProceduralStep.Close, "2021-01-10 13:00"));
    }

    [Fact]
    public void Note_AboutADecisionThatIsNotThere_IsRefused()
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var noted = lodged.Complaint.Note(FactKind.Service, new FactDetails(), 1, At("2021-01-13 10:00"), At("2021-01-13 10:00"), "o1");
        Assert.Equal("fact.no-decision", Assert.Single(noted.Refusals).Code);
    }

    [Theory]
    [InlineData("upheld", "late", null, null, null, "decision.ground-without-dismissal", "grounds")]
    [InlineData("dismissed_merits", null, "recount", null, null, "decision.remedy-without-grant", "remedy")]
    [InlineData("upheld", null, null, "2040-01-01 00:00", null, "step.in-future", "servedAt")]
    [InlineData("upheld", null, null, null, "2040-01-01 00:00", "step.in-future", "inForceAt")]
    [InlineData("upheld", null, null, null, "2021-01-13 09:59", "decision.in-force-before-taken", "inForceAt")]
    [InlineData("upheld", null, "recount", "2021-01-14 10:00", "2021-01-14 10:00", null, null)]
    [InlineData("dismissed_formal", "late", "none", null, null, null, null)]
    [InlineData("dismissed_merits", null, "none", null, null, null, null)]
    public void Decide_WhatTheDecisionBrings_FitsItsOutcomeAndItsDay(
        string outcome, string? ground, string? remedy, string? servedAt, string? inForceAt, string? code, string? field)
    {
        var lodged = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var details = new StepDetails
        {
            Outcome = outcome,
            Grounds = ground is null ? null : [ground],
            Remedy = remedy is null ? null : [remedy],
            ServedAt = servedAt is null ? null : At(servedAt),
            InForceAt = inForceAt is null ? null : At(inForceAt),
        };
        var taken = lodged.Complaint.Take(new Step(ProceduralStep.Decide, At("2021-01-13 10:00"), null, details), At("2021-01-20 10:00"), "o1");
        Assert.Equal((code, field), (taken.Refusals.SingleOrDefault()?.Code, taken.Refusals.SingleOrDefault()?.Field));
    }

    [Fact]
    public void Take_MoreProceedingsThanOneComplaintHas_IsRefused()
    {
        var many = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");

        for (var number = 2; number <= 24; number++)
        {
            many.Take(ProceduralStep.SeizeCourt, "2021-01-13 10:00", 1, "DC", details: new StepDetails { ForumName = $"District court {number}" });
        }

        Assert.Equal(
            ["proceeding.too-many"], many.Refusals(ProceduralStep.SeizeCourt, "2021-01-13 10:00", 1, "DC", details: new StepDetails { ForumName = "One more" }));
        Assert.Empty(many.Refusals(ProceduralStep.Register, "2021-01-13 10:00", 24));
    }
}
