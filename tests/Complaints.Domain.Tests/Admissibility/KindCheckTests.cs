using Complaints.Domain.Admissibility;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>Complaint or application, by content (AMB-11).</summary>
public sealed class KindCheckTests
{
    [Theory]
    [InlineData("complaint", "PEC", "observer_rights.removal", Verdict.Pass, "kind.complaint")]
    [InlineData("complaint", null, "observer_rights.removal", Verdict.Unclear, "kind.may-be-application")]
    [InlineData("complaint", "PEC", "application.clarification_of_law", Verdict.Unclear, "kind.may-be-application")]
    [InlineData("application", null, "application.clarification_of_law", Verdict.Pass, "kind.application")]
    [InlineData("application", "PEC", "observer_rights.access_and_accreditation", Verdict.Unclear, "kind.may-be-complaint")] // scenario SC-H
    [InlineData(null, "PEC", null, Verdict.Unclear, "kind.unknown")]
    public void Check_Kind_IsToldByContent(string? matter, string? actor, string? subject, Verdict verdict, string code)
    {
        var finding = new AFiling().With(facts => facts with { Matter = matter, ChallengedActor = actor, Subject = subject }).Check(Check.Kind);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Equal("IEOM Statement of 11 January 2021, note 54; A-11; AMB-11", finding.Citation?.English);
    }

    [Fact]
    public void Check_LawNotKnown_TellsApplicationsNotApart() => Assert.Equal(
        "kind.not-told-apart", new AFiling().In("AM-1999").To("TEC-AM").With(facts => facts with { Matter = "application" }).Check(Check.Kind).Code);
}
