using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The limits that the facts of a complaint select, never what a caller says.</summary>
public sealed class LimitTests
{
    // Statement, note 53: five days on a complaint, three on an appeal, immediate within five days before election day.
    [Theory]
    [InlineData("PEC", "action", "TEC", "2021-01-12 10:00", "complaint", "kz.commission.decide.5", Mode.Fixed, "2021-01-17")]
    [InlineData("PEC", "inaction", "TEC", "2021-01-12 10:00", "complaint", "kz.commission.decide.5", Mode.Fixed, "2021-01-17")]
    [InlineData("PEC", "decision", "TEC", "2021-01-12 10:00", "appeal", "kz.commission.appeal.3", Mode.Fixed, "2021-01-15")] // a first filing against a lower commission's decision
    [InlineData("TEC", "decision", "CEC", "2021-01-12 10:00", "appeal", "kz.commission.appeal.3", Mode.Fixed, "2021-01-15")]
    [InlineData("TEC", "action", "CEC", "2021-01-12 10:00", "complaint", "kz.commission.decide.5", Mode.Fixed, "2021-01-17")] // an action, not a decision (AMB-05)
    [InlineData("CEC", "decision", "SC", "2020-12-12 10:00", "complaint", "kz.court.decide.5", Mode.Fixed, "2020-12-17")]
    [InlineData("TEC", "decision", "DC", "2021-01-12 10:00", "complaint", "kz.court.decide.5", Mode.Fixed, "2021-01-17")]
    [InlineData("PEC", "action", "TEC", "2021-01-05 10:00", "complaint", "kz.window.immediate", Mode.Immediate, null)] // the edge of the window is inside (AMB-06)
    [InlineData("PEC", "action", "TEC", "2021-01-04 10:00", "complaint", "kz.commission.decide.5", Mode.Fixed, "2021-01-09")]
    [InlineData("PEC", "action", "DC", "2021-01-05 10:00", "complaint", "kz.court.decide.5", Mode.Fixed, "2021-01-10")] // less than five days for courts
    [InlineData("PEC", "action", "DC", "2021-01-06 10:00", "complaint", "kz.window.immediate", Mode.Immediate, null)]
    [InlineData("PEC", "action", "TEC", "2021-01-11 00:30", "complaint", "kz.commission.decide.5", Mode.Fixed, "2021-01-16")] // after midnight the ordinary limit returns (E30)
    public void ToDecide_FirstFiling_FollowsActForumAndDay(
        string actor, string kind, string forum, string received, string matter, string limit, Mode mode, string? lastDay)
    {
        var filed = AComplaint.Against(actor, kind, "2020-12-04 12:00", "2020-12-04 12:00").Lodge(received, forum);
        var clock = Assert.Single(filed.Complaint.Clocks(), each => each.Kind is ClockKind.Decide);
        Assert.Equal(matter, filed.Proceeding(1).Matter.ToString().ToLowerInvariant());
        Assert.Equal((limit, mode, lastDay), (clock.Deadline.Limit, clock.Deadline.Mode, clock.Deadline.LastDay is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null));
    }

    [Fact]
    public void ToDecide_RelodgedAfterAWrongForum_IsAComplaintAgain() =>
        Assert.Equal(
            "kz.court.decide.5",
            AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Take(ProceduralStep.Relodge, "2020-12-13 10:00", 1, "SC")
                .Complaint.Clocks().Single(each => each.Proceeding == 2).Deadline.Limit);

    [Fact]
    public void ToDecide_Application_HasItsOwnLimitAndNoFilingLimit()
    {
        var asked = AComplaint.Against(null, null, null, "2021-01-08 09:00", "application", subject: "application.clarification_of_law").Lodge("2021-01-08 10:00", "CEC");
        Assert.Equal(Matter.Application, asked.Proceeding(1).Matter);
        Assert.Null(asked.Complaint.Timeliness);
        Assert.Equal("kz.application.answer.15_30", Assert.Single(asked.Complaint.Clocks()).Deadline.Limit);
        Assert.Equal(["application.is-one-already"], asked.Refusals(ProceduralStep.TreatAsApplication, "2021-01-09 10:00"));
        Assert.Equal(Stage.Decided, asked.Decide("2021-01-20 10:00", "answered").Proceeding(1).Stage);
    }

    [Fact]
    public void ToAnswer_TreatedAsApplication_RunsBesideTheComplaintsOwn()
    {
        var relabelled = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.TreatAsApplication, "2021-01-13 10:00");
        Assert.Equal(
            [(ClockKind.Decide, "kz.commission.decide.5"), (ClockKind.Answer, "kz.application.answer.15_30")],
            relabelled.Complaint.Clocks().Select(each => (each.Kind, each.Deadline.Limit)));
    }

    [Fact]
    public void ToCheck_AskedOfThePolice_HasThreeDaysUntilAnswered()
    {
        var asked = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Register, "2021-01-12 10:00").Take(ProceduralStep.Admit, "2021-01-12 10:00")
            .Take(ProceduralStep.RequestCheck, "2021-01-13 10:00", details: new StepDetails { AskedOf = "POLICE" });
        Assert.Equal("kz.lawenforcement.check.3", asked.Complaint.Clocks().Single(each => each.Kind is ClockKind.Check).Deadline.Limit);
        asked.Take(ProceduralStep.RecordCheck, "2021-01-14 10:00");
        Assert.DoesNotContain(asked.Complaint.Clocks(), each => each.Kind is ClockKind.Check);
    }

    // E01: adopted on 4 December; ten days from it, or nine if that day is day one.
    [Theory]
    [InlineData("2020-12-13 23:59", Timeliness.Timely)]
    [InlineData("2020-12-14 12:00", Timeliness.Contested)]
    [InlineData("2020-12-15 00:01", Timeliness.Late)] // still 14 December in UTC (SC-C)
    public void Timeliness_FiledAgainstTheResolution_FollowsEveryReading(string received, Timeliness expected) =>
        Assert.Equal(expected, AComplaint.AgainstResolution().Lodge(received, "SC").Complaint.Timeliness);

    [Fact]
    public void Timeliness_OnceFiled_IsFrozenWithItsReadings()
    {
        var filed = AComplaint.AgainstResolution().Lodge("2020-12-14 12:00", "SC");
        var verdict = filed.Proceeding(1).Filing!;
        Assert.Equal(At("2020-12-15 00:00"), verdict.DueExclusive);
        Assert.Contains(verdict.Readings, each => each.Ambiguities.SequenceEqual(["AMB-02"]) && each.DueExclusive == At("2020-12-14 00:00"));
        Assert.StartsWith("KZ-2020@1 ", verdict.Versions, StringComparison.Ordinal);
        Assert.Same(verdict, ((StepTaken)filed.Complaint.History[1].What).Details.Filing);
    }
}
