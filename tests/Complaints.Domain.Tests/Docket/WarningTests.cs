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
