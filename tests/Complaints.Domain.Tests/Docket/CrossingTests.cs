using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;

namespace Complaints.Domain.Tests.Docket;

/// <summary>What each crossing step opens, and what it does to the proceeding it leaves.</summary>
public sealed class CrossingTests
{
    [Fact]
    public void Appeal_Decided_LeavesItDecidedAndChallenged()
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Appeal("2021-01-18 10:00", "CEC");
        Left(appealed, Stage.Decided, Stage.Lodged, "CEC", Matter.Appeal);
        Assert.True(appealed.Proceeding(1).IsChallenged);
        Assert.Equal(["final.challenged"], appealed.Refusals(ProceduralStep.RecordFinal, "2021-03-01 10:00", 1, details: new StepDetails { Source = "court_record" }));
        Assert.Null(appealed.Tick("2021-01-20 10:00").LastChange);
    }

    [Fact]
    public void Appeal_ByTheBodyThatLost_KeepsWhoAppealed()
    {
        var lost = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00", "upheld")
            .Take(ProceduralStep.Appeal, "2021-01-18 10:00", 1, "CEC", details: new StepDetails { By = "challengedBody" })
            .Take(ProceduralStep.Appeal, "2021-01-19 10:00", 1, "CEC");
        Assert.Equal(["challengedBody", null], lost.Complaint.Proceedings.Skip(1).Select(each => each.By));
    }

    [Fact]
    public void EscalateSilence_Silent_LeavesItOpenForALateDecision()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-19 00:00")
            .Take(ProceduralStep.EscalateSilence, "2021-01-20 10:00", 1, "CEC");
        Left(silent, Stage.Unanswered, Stage.Lodged, "CEC", Matter.Inaction);
        Assert.True(silent.Proceeding(1).IsSilenceChallenged);
        Assert.Equal(("TEC", "inaction"), (silent.Proceeding(2).ChallengedActor, silent.Proceeding(2).ChallengedActKind));
        Assert.Equal("kz.file.inaction.10", silent.Proceeding(2).Filing!.Limit);

        silent.Decide("2021-01-21 10:00", proceeding: 1);
        Assert.Equal(Stage.Decided, silent.Proceeding(1).Stage);
        Assert.Equal(Timeliness.Late, silent.Proceeding(1).Decision!.Timeliness);
        Assert.Equal("HigherCommission/Lodged", silent.Complaint.Position.ToString());
    }

    [Fact]
    public void Relodge_MisdirectedAndUndecided_LeavesItWhereItStands() =>
        Left(
            AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Take(ProceduralStep.Relodge, "2020-12-13 10:00", 1, "SC"),
            Stage.Lodged, Stage.Lodged, "SC", Matter.Complaint);

    [Fact]
    public void Relodge_DismissedOnForm_LeavesItDecided() =>
        Left(
            AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Decide("2020-12-17 10:00", "dismissed_formal")
                .Take(ProceduralStep.Relodge, "2020-12-18 10:00", 1, "SC"),
            Stage.Decided, Stage.Lodged, "SC", Matter.Complaint);

    [Fact]
    public void SeizeCourt_WhereTheCommissionWaits_SuspendsIt()
    {
        var both = AComplaint.Against("PEC", "action", "2020-12-18 10:00", "2020-12-18 11:00").Lodge("2020-12-20 10:00")
            .Take(ProceduralStep.SeizeCourt, "2020-12-22 10:00", 1, "DC");
        Left(both, Stage.Suspended, Stage.Lodged, "DC", Matter.Complaint);
        Assert.Equal(Mode.Paused, both.Complaint.Clocks().Single(each => each.Proceeding == 1).Deadline.Mode);
        Assert.Equal(["decide.while-suspended"], both.Refusals(ProceduralStep.Decide, "2020-12-23 10:00", 1, details: AComplaint.Deciding("upheld")));

        // E41: resumed on 29 December, two days used, three left.
        both.Take(ProceduralStep.Resume, "2020-12-29 10:00", 1);
        Assert.Equal(Stage.Admitted, both.Proceeding(1).Stage);
        Assert.Equal(new NodaTime.LocalDate(2021, 1, 1), both.Complaint.Clocks().Single(each => each.Proceeding == 1).Deadline.LastDay);
    }

    [Fact]
    public void SeizeCourt_WhereTheAdministrativeProceedingEnds_DecidesItAsSuperseded()
    {
        var armenian = AComplaint.Against("PEC-AM", "action", "2021-01-05 10:00", "2021-01-05 11:00", rulebook: "AM-1999");
        armenian.Take(ProceduralStep.Lodge, "2021-01-05 12:00", forum: "CEC-AM", zone: "Asia/Yerevan")
            .Take(ProceduralStep.SeizeCourt, "2021-01-06 12:00", 1, "COURT-OF-APPEAL", "Asia/Yerevan");
        Assert.Equal(Stage.Decided, armenian.Proceeding(1).Stage);
        Assert.Equal("superseded_by_court", armenian.Proceeding(1).Decision!.Outcome);
        Assert.Equal("COURT-OF-APPEAL", armenian.Proceeding(2).Forum.Id);
    }

    [Fact]
    public void SeizeCourt_AfterSilence_LeavesItUnansweredAndWaiting()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Tick("2021-01-19 00:00")
            .Take(ProceduralStep.SeizeCourt, "2021-01-20 10:00", 1, "DC");
        Left(silent, Stage.Unanswered, Stage.Lodged, "DC", Matter.Complaint);
        Assert.Equal(Stage.Suspended, silent.Proceeding(1).BeforeSilence);
        silent.Take(ProceduralStep.Resume, "2021-02-20 10:00", 1).Tick("2021-03-01 00:00");
        Assert.Equal(1, silent.Complaint.History.Count(each => each.What is StepTaken { Step: ProceduralStep.LimitPassed } && each.Proceeding == 1));
        Assert.Equal((Stage.Unanswered, Stage.Admitted), (silent.Proceeding(1).Stage, silent.Proceeding(1).BeforeSilence));
    }

    [Fact]
    public void Forward_WhereTheLawKnowsIt_LeavesItForwarded()
    {
        var passedOn = AComplaint.Against("PEB", "action", "2021-01-11 10:00", "2021-01-11 11:00", rulebook: "MD-2019");
        passedOn.Take(ProceduralStep.Lodge, "2021-01-11 12:00", forum: "CEC-MD", zone: null)
            .Take(ProceduralStep.Forward, "2021-01-12 12:00", 1, "DEC-MD");
        Left(passedOn, Stage.Forwarded, Stage.Lodged, "DEC-MD", Matter.Complaint);
        Assert.Null(passedOn.Proceeding(2).Filing);
    }

    [Fact]
    public void Remit_FromTheHigherForum_ReopensTheLowerAsRegistered()
    {
        var sentBack = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00")
            .Appeal("2021-01-18 10:00", "CEC").Decide("2021-01-20 10:00", "partly_upheld")
            .Take(ProceduralStep.Remit, "2021-01-20 10:00", 2, "TEC");
        Assert.Equal([Stage.Decided, Stage.Decided, Stage.Registered], sentBack.Complaint.Proceedings.Select(each => each.Stage));
        Assert.Equal((2, Matter.Complaint, "PEC"), (sentBack.Proceeding(3).Parent, sentBack.Proceeding(3).Matter, sentBack.Proceeding(3).ChallengedActor));
        Assert.True(sentBack.Proceeding(2).IsChallenged);
        Assert.Equal("Commission/Registered", sentBack.Complaint.Position.ToString());

        // What was sent back came from nowhere below, and certainly not from the forum that sent it.
        sentBack.Decide("2021-01-22 10:00", proceeding: 3);
        Assert.Equal(["remit.nothing-below"], sentBack.Refusals(ProceduralStep.Remit, "2021-01-23 10:00", 3, "CEC"));
        sentBack.Appeal("2021-01-24 10:00", "CEC", 3);
        Assert.Equal(Matter.Appeal, sentBack.Proceeding(4).Matter);
    }

    private static void Left(AComplaint complaint, Stage old, Stage opened, string forum, Matter matter)
    {
        Assert.Equal(old, complaint.Proceeding(1).Stage);
        Assert.Equal((opened, forum, matter), (complaint.Proceeding(2).Stage, complaint.Proceeding(2).Forum.Id, complaint.Proceeding(2).Matter));
        Assert.Equal(1, complaint.Proceeding(2).Parent);
    }
}
