using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using Complaints.Domain.Tests.Deadlines;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>The time to challenge silence hangs on a limit that has readings of its own (AMB-10): one question has one answer in both.</summary>
public sealed class SilenceTests
{
    private static AComplaint Received(string at) => AComplaint.Against("PEC", "action", "2020-12-10 10:00", "2020-12-10 11:00").Lodge(at);

    private static Deadline BeforeTheCec(AComplaint complaint, string now) =>
        complaint.Complaint.Clocks(At(now)).Single(each => each.Kind is ClockKind.Silence && each.Forum.Id == "CEC").Deadline;

    // Example E18 and E43: five days end on 19 December, the ten against silence on the 29th.
    [Theory]
    [InlineData("", "2020-12-29T23:59")]
    [InlineData("AMB-02", "2020-12-27T23:59")]        // day one is the day of receipt, and the last day of silence as well
    [InlineData("AMB-03", "2020-12-31T23:59")]        // the 19th is a Saturday: silence from Monday the 21st
    [InlineData("AMB-10", "2020-12-30T23:59 | Never")] // silence from the day after, or no remedy at all
    [InlineData("AMB-02,AMB-10", "2020-12-28T23:59")]
    public void Clocks_Silence_ReadsBothLimitsTheSameWay(string ambiguities, string expected)
    {
        var silence = BeforeTheCec(Received("2020-12-14 10:00"), "2020-12-25 10:00");

        Assert.Equal(expected, ambiguities.Length == 0 ? silence.Primary() : silence.Under(ambiguities.Split(',')));
        Assert.Equal(At("2020-12-28 00:00"), silence.Earliest);
        Assert.Null(silence.Latest);
    }

    // Example E23: at once by one reading, five days by another. The remedy is open from the benchmark on, and so is its clock.
    [Fact]
    public void Clocks_SilenceOnlyArgued_RunsFromTheBenchmarkOn()
    {
        var received = Received("2021-01-05 00:01");

        Assert.DoesNotContain(received.Complaint.Clocks(At("2021-01-05 23:59")), each => each.Kind is ClockKind.Silence);
        var silence = BeforeTheCec(received, "2021-01-06 10:00");
        Assert.Contains((ProceduralStep.EscalateSilence, (int?)1), received.Complaint.PermittedSteps(At("2021-01-06 10:00")));
        Assert.Equal("2021-01-15T23:59", silence.Primary());
        Assert.Equal("2021-01-20T23:59", silence.Under("AMB-06")); // five days until 10 January, then ten
    }

    // Example E41 before the court has spoken: if the clock never stopped, the commission is silent since 25 December.
    [Fact]
    public void Clocks_Suspended_CountsSilenceByTheReadingUnderWhichTheClockWentOn()
    {
        var suspended = Received("2020-12-20 10:00").Take(ProceduralStep.Suspend, "2020-12-22 10:00");
        var silence = BeforeTheCec(suspended, "2020-12-28 10:00");

        Assert.Equal(Mode.Paused, silence.Mode);
        Assert.Equal("2021-01-04T23:59 | no effect", silence.Under("AMB-09")); // its other answers wait as well
        Assert.Equal(At("2021-01-03 00:00"), silence.Earliest); // and day one the day of receipt
        Assert.Null(silence.Judge(At("2021-01-20 10:00")));
        Assert.NotEmpty(silence.Explanation.In(Language.Kazakh));
    }

    [Fact]
    public void EscalateSilence_BetweenTheReadings_IsContested()
    {
        var escalated = Received("2020-12-14 10:00").RecordedAt("2020-12-28 10:00").Take(ProceduralStep.EscalateSilence, "2020-12-28 09:00", forum: "CEC");

        Assert.Equal(Timeliness.Contested, escalated.Proceeding(2).Filing!.Timeliness);
        Assert.Contains(escalated.Proceeding(2).Filing!.Readings, each => each.Ambiguities.SequenceEqual(["AMB-02"]) && each.DueExclusive == At("2020-12-28 00:00"));
    }
}
