using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Docket;

/// <summary>What should be seen at once of a filing.</summary>
public sealed class WarningTests
{
    // E39: filed with a district court on 12 December; the Supreme Court is competent and its clock runs until the 13th or 14th.
    [Theory]
    [InlineData("2020-12-12 11:00", "2020-12-13, tomorrow")]
    [InlineData("2020-12-13 11:00", "2020-12-13, today")]
    [InlineData("2020-12-17 11:00", "has passed")]
    public void Warnings_DistrictCourtInsteadOfSupremeCourt_NamesTheRightOneAndTheTimeLeft(string now, string left)
    {
        var misdirected = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC");
        var warning = Assert.Single(misdirected.Complaint.Warnings(At(now)));
        Assert.Equal("forum.not-competent", warning.Code);
        Assert.Contains("SC is", warning.Message, StringComparison.Ordinal);
        Assert.Contains(left, warning.Message, StringComparison.Ordinal);
        Assert.NotNull(warning.Citation);
    }

    [Fact]
    public void Warnings_Misdirected_CitesTheRuleThatMakesTheOtherForumRight()
    {
        var warning = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Complaint.Warnings(At("2020-12-12 11:00")).Single();

        Assert.StartsWith("IEOM Statement of 11 January 2021, Complaints and Appeals", warning.Citation?.English, StringComparison.Ordinal); // not the time limit
    }

    // A prosecutor must take up any breach (EL-49), but that stops the time nowhere else.
    [Fact]
    public void Warnings_Prosecutor_IsNoWrongForumAndTheTimeElsewhereGoesOn()
    {
        var complaint = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00", "PROSECUTOR").Complaint;

        Assert.Empty(complaint.Warnings(At("2021-01-12 11:00")));
        Assert.Equal(["DC", "TEC"], complaint.Clocks().Where(each => each.Kind is ClockKind.File).Select(each => each.Forum.Id).Order());
    }

    [Fact]
    public void Warnings_SuspendedWithoutACourt_SaysSo()
    {
        var suspended = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.Suspend, "2021-01-13 10:00");

        Assert.Equal(["suspension.no-court"], suspended.Complaint.Warnings(At("2021-01-14 10:00")).Select(each => each.Code));
    }

    // Statement, note 53: the commission waits until the court's decision is in force.
    [Theory]
    [InlineData("2021-01-20 10:00", false)]
    [InlineData("2021-01-22 10:00", true)]
    public void Warnings_ResumedBeforeTheCourtsDecisionIsInForce_SaysSo(string inForceAt, bool isWarned)
    {
        var resumed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Take(ProceduralStep.SeizeCourt, "2021-01-13 10:00", forum: "DC")
            .Take(ProceduralStep.Decide, "2021-01-18 10:00", 2, details: AComplaint.Deciding("dismissed_merits"))
            .RecordedAt("2021-01-25 10:00").Note(FactKind.InForce, inForceAt, 2)
            .Take(ProceduralStep.Resume, "2021-01-21 10:00", 1);

        Assert.Equal(isWarned, resumed.Complaint.Warnings(At("2021-01-25 10:00")).Any(each => each.Code == "resumption.not-in-force"));
    }

    [Theory]
    [InlineData("upheld", "complainant", true)]
    [InlineData("upheld", "challengedBody", false)]
    [InlineData("dismissed_merits", "challengedBody", true)]
    [InlineData("dismissed_merits", "complainant", false)]
    [InlineData("partly_upheld", "complainant", false)]
    public void Warnings_AppealByTheSideThatHadWon_SaysSo(string outcome, string by, bool isWarned)
    {
        var appealed = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00", outcome)
            .Take(ProceduralStep.Appeal, "2021-01-18 10:00", 1, "CEC", details: new StepDetails { By = by });

        Assert.Equal(isWarned, appealed.Complaint.Warnings(At("2021-01-18 11:00")).Any(each => each.Code == "appeal.by-unexpected"));
    }

    // Scenario SC-K: voters have no standing before the Constitutional Council.
    [Fact]
    public void Warnings_VoterBeforeTheConstitutionalCouncil_SaysWhoMayCome()
    {
        var petition = AComplaint.Against("CEC", "results", "2021-01-12 13:00", "2021-01-13 09:00", subject: "results.final_results").Lodge("2021-01-15 10:00", "CC");

        Assert.Contains("standing.office-holders-only", petition.Complaint.Warnings(At("2021-01-15 11:00")).Select(each => each.Code));
    }

    [Fact]
    public void Warnings_LodgedAgainWithTheRightForum_AreOverButForTheTime()
    {
        var again = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC").Decide("2020-12-17 10:00", "dismissed_formal")
            .Take(ProceduralStep.Relodge, "2020-12-18 10:00", 1, "SC");
        Assert.Equal(["filing.late"], again.Complaint.Warnings(At("2020-12-18 11:00")).Select(each => each.Code));
    }

    [Theory]
    [InlineData("2020-12-13 10:00", null)]
    [InlineData("2020-12-14 10:00", "filing.contested")]
    [InlineData("2020-12-15 10:00", "filing.late")]
    public void Warnings_RightForum_SpeakOfTimeAlone(string filed, string? code) =>
        Assert.Equal(
            code is null ? [] : [code],
            AComplaint.AgainstResolution().Lodge(filed, "SC").Complaint.Warnings(At("2020-12-20 10:00")).Select(each => each.Code));
}
