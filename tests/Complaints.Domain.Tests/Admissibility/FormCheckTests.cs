using Complaints.Domain.Admissibility;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>What a source requires makes it fail, what caution adds leaves it unclear.</summary>
public sealed class FormCheckTests
{
    [Theory]
    [InlineData("TEC", "signature", Verdict.Fail, "form.incomplete", "egov.kz")]
    [InlineData("TEC", "facts", Verdict.Fail, "form.incomplete", "egov.kz")]
    [InlineData("TEC", "challenged_act", Verdict.Unclear, "form.thin", "note 52")] // the law sets no form for lower commissions
    [InlineData("TEC", "evidence_listed", Verdict.Pass, "form.complete", "note 52")]
    [InlineData("CEC", "challenged_act", Verdict.Fail, "form.incomplete", "egov.kz")]
    [InlineData("CEC", "legal_basis", Verdict.Unclear, "form.thin", "egov.kz")]
    [InlineData("SC", "evidence_listed", Verdict.Fail, "form.incomplete", "No 2 of 20 March 2003")]
    [InlineData("SC", "legal_basis", Verdict.Unclear, "form.thin", "AMB-13")]
    [InlineData("CC", "legal_basis", Verdict.Unclear, "form.thin", null)]
    [InlineData("SC", "power_of_attorney", Verdict.Pass, "form.complete", "AMB-13")]
    public void Check_OneElementMissing_IsAsGraveAsItsSource(string forum, string element, Verdict verdict, string code, string? citation)
    {
        var finding = new AFiling().To(forum).With(facts => facts with { Has = [.. AFiling.Whole.Except([element])] }).Check(Check.Form);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Contains(citation ?? "", finding.Citation?.English ?? "", StringComparison.Ordinal);

        if (verdict != Verdict.Pass)
        {
            Assert.Contains(FormElements.NameOf(element).English, finding.Fix!.English, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Check_NoAuthor_IsAnonymous()
    {
        var finding = new AFiling().With(facts => facts with { Has = [] }).Check(Check.Form);

        Assert.Equal((Verdict.Fail, "form.anonymous"), (finding.Verdict, finding.Code));
        Assert.Contains("Law No 221 on petitions", finding.Citation?.English, StringComparison.Ordinal);
        Assert.StartsWith("Add: the name of the complainant, an address, a signature, the facts. Safer with: ", finding.Fix!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FiledForAnother_AsksForThePowerOfAttorney()
    {
        var finding = new AFiling().With(facts => facts with { ComplainantType = "proxy", Has = [.. AFiling.Whole.Except(["power_of_attorney"])] })
            .Check(Check.Form);

        Assert.Equal("Safer with: a power of attorney.", finding.Fix!.English);
    }

    [Fact]
    public void Check_Application_NeedsNoActAndNoDemand() => Assert.Equal(
        Verdict.Pass,
        new AFiling().With(facts => facts with { Matter = "application", Has = ["complainant_named", "address_or_contact", "facts", "signature"] })
            .Check(Check.Form).Verdict);

    [Fact]
    public void Check_AfterJuly2021_TheCodeAsksForTheDateAsWell()
    {
        var finding = new AFiling().In("KZ-2021H2").With(facts => facts with { Has = [.. AFiling.Whole.Except(["date"])] }).Check(Check.Form);

        Assert.Equal((Verdict.Fail, "Administrative Procedural Code, art. 63"), (finding.Verdict, finding.Citation?.English));
    }

    [Fact]
    public void Check_LawNotKnown_IsUnclear() => Assert.Equal(
        "form.not-known", new AFiling().In("MD-2019").To("CEC-MD").With(facts => facts with { ChallengedActor = "DEC-MD" }).Check(Check.Form).Code);
}
