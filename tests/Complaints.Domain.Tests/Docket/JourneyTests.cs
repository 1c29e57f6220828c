using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The whole way of one complaint: precinct act, territorial and central commission, Supreme Court, cassation.</summary>
public sealed class JourneyTests
{
    [Fact]
    public void Position_BeforeFiling_IsDraft()
    {
        var written = AComplaint.AgainstPrecinct();
        Assert.Equal(Position.Draft, written.Complaint.Position);
        Assert.Null(written.Complaint.Timeliness);
        Assert.Equal(["Lodge", "Withdraw", "Correct"], written.Complaint.PermittedSteps(At("2021-01-11 09:00")).Select(each => each.Step.ToString()));
        Assert.Equal(["DC", "TEC"], written.Complaint.Clocks().Select(each => each.Forum.Id).Order());
    }

    [Fact]
    public void Position_WithdrawnBeforeFiling_IsWithdrawnForGood()
    {
        var gone = AComplaint.AgainstPrecinct().Take(ProceduralStep.Withdraw, "2021-01-11 09:00");
        Assert.Equal(new Position(Instance.Filing, Stage.Withdrawn), gone.Complaint.Position);
        Assert.Empty(gone.Complaint.Clocks());
        Assert.Equal(["step.not-open"], gone.Refusals(ProceduralStep.Lodge, "2021-01-12 09:00", forum: "TEC"));
    }

    [Fact]
    public void Take_AllTheWayUp_EndsFinalInCassation()
    {
        var journey = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        Stands(journey, "Commission/Lodged", 1, Matter.Complaint, "kz.commission.decide.5", Timeliness.Timely);

        journey.Take(ProceduralStep.Register, "2021-01-12 11:00").Take(ProceduralStep.Admit, "2021-01-13 09:00").Decide("2021-01-15 10:00");
        Assert.Equal(Timeliness.Timely, journey.Proceeding(1).Decision!.Timeliness);

        journey.Appeal("2021-01-18 10:00", "CEC");
        Stands(journey, "HigherCommission/Lodged", 2, Matter.Appeal, "kz.commission.appeal.3", Timeliness.Timely);

        journey.Decide("2021-01-20 10:00").Appeal("2021-01-25 10:00", "SC");
        Stands(journey, "SupremeCourt/Lodged", 3, Matter.Appeal, "kz.court.decide.5", Timeliness.Timely);

        journey.Decide("2021-01-28 10:00").Appeal("2021-02-05 10:00", "SC-CASS");
        Stands(journey, "Cassation/Lodged", 4, Matter.Appeal, "kz.cassation.decide", null);

        journey.Decide("2021-02-15 10:00").Tick("2021-02-15 10:00");
        Assert.Equal("Cassation/Final", journey.Complaint.Position.ToString());
        Assert.Empty(journey.Complaint.Clocks());
        Assert.Equal([Stage.Decided, Stage.Decided, Stage.Decided, Stage.Final], journey.Complaint.Proceedings.Select(each => each.Stage));
        Assert.Equal([null, 1, 2, 3], journey.Complaint.Proceedings.Select(each => each.Parent));
        Assert.Equal(["PEC", "TEC", "CEC", "SC"], journey.Complaint.Proceedings.Select(each => each.ChallengedActor));
    }

    [Fact]
    public void Take_WholeJourneyRecordedYearsLater_IsTheSameJourney()
    {
        var late = AComplaint.Against("PEC", "action", "2021-01-10 10:00", "2026-05-01 09:00").RecordedAt("2026-05-02 09:00");
        late.Lodge("2021-01-12 10:00")
            .Take(ProceduralStep.Register, "2021-01-12 11:00", 1)
            .Take(ProceduralStep.Admit, "2021-01-13 09:00", 1)
            .Decide("2021-01-15 10:00", proceeding: 1)
            .Appeal("2021-01-18 10:00", "CEC")
            .Decide("2021-01-20 10:00")
            .Appeal("2021-01-25 10:00", "SC")
            .Decide("2021-01-28 10:00")
            .Appeal("2021-02-05 10:00", "SC-CASS")
            .Decide("2021-02-15 10:00")
            .Tick("2026-05-02 09:00");

        Assert.Equal("Cassation/Final", late.Complaint.Position.ToString());
        Assert.Equal([Stage.Decided, Stage.Decided, Stage.Decided, Stage.Final], late.Complaint.Proceedings.Select(each => each.Stage));
        Assert.Equal([Timeliness.Timely, Timeliness.Timely, Timeliness.Timely, null], late.Complaint.Proceedings.Select(each => each.Filing?.Timeliness));
        Assert.Contains("LimitPassed 1 2021-01-19 00:00", late.History());
        Assert.Equal(
            late.Complaint.History.Count(each => each.IsTimers) - 1,
            late.Complaint.History.Count(each => each.What is Retracted));
    }

    [Fact]
    public void Position_AnOlderProceedingHeardOfLater_StaysWithTheOneOpenedLast()
    {
        var both = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").RecordedAt("2021-01-25 10:00");
        both.Take(ProceduralStep.EscalateSilence, "2021-01-22 10:00", 1, "CEC").Take(ProceduralStep.SeizeCourt, "2021-01-14 10:00", 1, "DC");
        Assert.Equal(["TEC", "CEC", "DC"], both.Complaint.Proceedings.Select(each => each.Forum.Id));
        Assert.Equal("HigherCommission/Lodged", both.Complaint.Position.ToString());
    }

    private static void Stands(AComplaint journey, string position, int number, Matter matter, string limit, Timeliness? filed)
    {
        var current = journey.Complaint.Current!;
        Assert.Equal(position, journey.Complaint.Position.ToString());
        Assert.Equal(number, current.Number);
        Assert.Equal(matter, current.Matter);
        Assert.Equal(limit, journey.Complaint.Clocks().Single(each => each.Kind is ClockKind.Decide && each.Proceeding == number).Deadline.Limit);
        Assert.Equal(filed, journey.Complaint.Timeliness);
    }
}
