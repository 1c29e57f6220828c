using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>When a decision becomes final by itself, and why the others do not.</summary>
public sealed class FinalityTests
{
    private static Finality? Of(AComplaint complaint, int number = 1) => complaint.Complaint.FinalityOf(complaint.Proceeding(number));

    [Fact]
    public void Finality_OfACommission_ComesWhenTheTimeToAppealHasPassed()
    {
        var finality = Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00"));

        Assert.Equal(("finality.at", At("2021-01-26 00:00")), (finality!.Code, finality.At)); // ten days from the decision, by the latest reading
    }

    // AMB-15: no limit for cassation was found, so none runs out.
    [Theory]
    [InlineData("SC", "finality.limit-unknown", "SC-CASS")]
    [InlineData("DC", "finality.next-unknown", null)]
    public void Finality_WayOnIsUnknown_NeverComesByItselfAndSaysWhy(string forum, string code, string? next)
    {
        var finality = Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", forum).Decide("2021-01-15 10:00"));

        Assert.Equal((code, null, next), (finality!.Code, finality.At, finality.Forum?.Id));
    }

    [Fact]
    public void Finality_Challenged_WaitsForTheOther() =>
        Assert.Equal("finality.challenged", Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00").Appeal("2021-01-18 10:00", "CEC"))!.Code);

    [Fact]
    public void Finality_OfTheLastForum_IsThereAtOnce()
    {
        var last = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "SC").Decide("2020-12-15 10:00").Appeal("2020-12-20 10:00", "SC-CASS")
            .Decide("2020-12-28 10:00", proceeding: 2);

        Assert.Equal((Stage.Final, "finality.reached"), (last.Proceeding(2).Stage, Of(last, 2)!.Code));
        Assert.Equal("final", last.Complaint.FlagOf(ProceduralStep.Relodge, 2));
    }

    [Fact]
    public void Finality_NotDecided_IsNoQuestion() => Assert.Null(Of(AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00")));

    // Example E18: the earliest reading has passed on the 19th, the latest passes with the 21st.
    [Theory]
    [InlineData("2020-12-19 10:00", "arguable")]
    [InlineData("2020-12-22 10:00", null)]
    public void FlagOf_EscalateSilence_IsArguableUntilTheLimitHasPassed(string now, string? flag) => Assert.Equal(
        flag,
        AComplaint.Against("PEC", "action", "2020-12-10 10:00", "2020-12-10 11:00").Lodge("2020-12-14 10:00").Tick(now)
            .Complaint.FlagOf(ProceduralStep.EscalateSilence, 1));
}
