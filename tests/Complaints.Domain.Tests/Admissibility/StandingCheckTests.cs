using Complaints.Domain.Admissibility;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>Who may come to which forum.</summary>
public sealed class StandingCheckTests
{
    // Statement: one fifth of all 156 members is 31.2, so 32; voters, parties and observers have no way to the council.
    [Theory]
    [InlineData("public_official_mp", 31, Verdict.Fail, "standing.under-one-fifth")]
    [InlineData("public_official_mp", 32, Verdict.Pass, "standing.one-fifth")]
    [InlineData("public_official_mp", 156, Verdict.Pass, "standing.one-fifth")]
    [InlineData("public_official_mp", null, Verdict.Unclear, "standing.members-unknown")]
    [InlineData("one_fifth_of_all_mps", 31, Verdict.Fail, "standing.under-one-fifth")]
    [InlineData("unknown", 32, Verdict.Pass, "standing.one-fifth")]
    [InlineData("president", null, Verdict.Pass, "standing.office-holder")]
    [InlineData("speaker_senate", 1, Verdict.Pass, "standing.office-holder")]
    [InlineData("voter", 3, Verdict.Fail, "standing.office-holders-only")]
    [InlineData("party", 40, Verdict.Fail, "standing.office-holders-only")]
    public void Check_ConstitutionalCouncil_IsOpenToOfficeHoldersOnly(string type, int? members, Verdict verdict, string code)
    {
        var finding = AFiling.AgainstTheResults.With(facts => facts with { ComplainantType = type, Members = members }).Check(Check.Standing);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Contains("IEOM Statement", finding.Citation?.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TooFewMembers_SaysHowManyMore()
    {
        var finding = AFiling.AgainstTheResults.With(facts => facts with { Members = 31 }).Check(Check.Standing);

        Assert.Contains("31 members are too few: one fifth of all 156 is 32.", finding.Message.English, StringComparison.Ordinal);
        Assert.Equal("More members needed: 1; or one of the office holders.", finding.Fix!.English);
    }

    [Fact]
    public void Check_ParliamentOfUnknownSize_IsUnclear() => Assert.Equal(
        "standing.parliament-unknown", AFiling.AgainstTheResults.In("KZ-2021H2").With(facts => facts with { Members = 32 }).Check(Check.Standing).Code);

    // at commissions and courts standing is recorded and never rejected.
    [Theory]
    [InlineData("TEC", "PEC", "action", "media", Verdict.Pass, "standing.open")]
    [InlineData("TEC", "PEC", "action", null, Verdict.Pass, "standing.open")]
    [InlineData("DC", "PEC", "action", "voter", Verdict.Pass, "standing.named")]
    [InlineData("SC", "CEC", "action", "citizen_observer_group", Verdict.Pass, "standing.named")]
    [InlineData("DC", "PEC", "action", "media", Verdict.Unclear, "standing.not-named")]
    [InlineData("DC", "PEC", "action", null, Verdict.Unclear, "standing.complainant-unknown")]
    [InlineData("SC", "CEC", "decision", "citizen_observer_group", Verdict.Unclear, "standing.unclear")]
    [InlineData("SC-CASS", "CEC", "decision", "voter", Verdict.Unclear, "standing.not-known")]
    public void Check_CommissionOrCourt_NeverFails(string forum, string actor, string actKind, string? type, Verdict verdict, string code)
    {
        var finding = new AFiling().To(forum)
            .With(facts => facts with { ChallengedActor = actor, ChallengedActKind = actKind, ComplainantType = type }).Check(Check.Standing);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Equal(code != "standing.not-known", finding.Citation?.English.Contains("A-14", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("party", "standing.named")]
    [InlineData("ngo", "standing.not-named")]
    public void Check_RefusalOfRegistration_IsSureForThoseRefused(string type, string code) => Assert.Equal(
        code,
        AFiling.AgainstTheResolution.With(facts => facts with { Subject = "candidate_registration.refusal", ComplainantType = type })
            .Check(Check.Standing).Code);
}
