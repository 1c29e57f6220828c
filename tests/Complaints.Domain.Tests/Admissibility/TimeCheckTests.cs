using Complaints.Domain.Admissibility;
using NodaTime;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>In time under every reading, under some, or under none.</summary>
public sealed class TimeCheckTests
{
    // Scenarios SC-A to SC-C: the resolution of 4 December, ten days from its adoption.
    [Theory]
    [InlineData("2020-12-13T23:59:59+06:00", Verdict.Pass, "time.in-time")]
    [InlineData("2020-12-14T00:00:00+06:00", Verdict.Unclear, "time.contested")]
    [InlineData("2020-12-14T23:59:59+06:00", Verdict.Unclear, "time.contested")]
    [InlineData("2020-12-15T00:00:00+06:00", Verdict.Fail, "time.late")]
    [InlineData("2020-12-04T11:59:59+06:00", Verdict.Unclear, "time.before-start")]
    public void Check_Time_FollowsEveryReading(string at, Verdict verdict, string code)
    {
        var finding = AFiling.AgainstTheResolution.At(at).Check(Check.Time);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Contains("IEOM Statement of 11 January 2021", finding.Citation?.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Late_NamesTheFactsThatCouldChangeTheCount()
    {
        var finding = AFiling.AgainstTheResolution.At("2020-12-28T10:00+06:00").Check(Check.Time);

        Assert.Equal(
            "It may be counted otherwise where one of these holds; give the fact and count again: counted from publication; "
            + "counted from the day the complainant came to know; a continuing violation: the limit does not end. "
            + "Whether a missed time can be restored is not known.",
            finding.Fix!.English);
    }

    [Fact]
    public void Check_Contested_SaysWhichReadingToArgue()
    {
        var finding = AFiling.AgainstTheResolution.At("2020-12-14T10:00+06:00").Check(Check.Time);

        Assert.StartsWith("File at once, and argue the reading under which it is in time: the primary reading.", finding.Fix!.English, StringComparison.Ordinal);
        Assert.EndsWith("AMB-02", finding.Citation?.English, StringComparison.Ordinal);
    }

    // Scenario SC-J: party list refused on 9 December; seven days by the special rule, ten by the general one.
    [Theory]
    [InlineData("2020-12-14T10:00+06:00", "time.in-time")]
    [InlineData("2020-12-19T10:00+06:00", "time.contested")]
    [InlineData("2020-12-22T10:00+06:00", "time.late")]
    public void Check_Registration_WeighsSevenDaysAgainstTen(string at, string code) => Assert.Equal(
        code,
        AFiling.AgainstTheResolution.At(at).With(facts => facts with
        {
            Subject = "candidate_registration.refusal",
            CountedFrom = Deadlines.ADeadline.Moment("2020-12-09T12:00+06:00"),
        }).Check(Check.Time).Code);

    [Fact]
    public void Check_LengthUnknown_GivesTheTimePassedAndNoDate()
    {
        var finding = AFiling.AgainstTheResolution.To("SC-CASS").Check(Check.Time);

        Assert.Equal((Verdict.Unclear, "time.no-date"), (finding.Verdict, finding.Code));
        Assert.Contains("8 days have passed", finding.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SomethingUnknown_SaysWhatToTell()
    {
        Assert.Equal("time.start-unknown", new AFiling().With(facts => facts with { CountedFrom = null }).Check(Check.Time).Code);
        Assert.Equal("time.zone-unknown", new AFiling().To("TEC").With(facts => facts with { PlaceZone = null }).Check(Check.Time).Code);
        Assert.Equal("time.no-limit", new AFiling().To("AKIMAT").Check(Check.Time).Code);
        Assert.Equal("time.in-time", new AFiling().To("TEC").Check(Check.Time).Code); // it sits where it happened
    }

    [Theory]
    [InlineData("KZ-2020", "TEC", "time.none-for-applications", Verdict.Pass)]
    [InlineData("AM-1999", "TEC-AM", "time.in-time", Verdict.Pass)]
    public void Check_Application_HasNoTimeToMiss(string rulebook, string forum, string code, Verdict verdict)
    {
        var finding = new AFiling().In(rulebook).To(forum).With(facts => facts with { Matter = "application", ChallengedActor = null }).Check(Check.Time);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
    }

    // By its content a complaint, whatever it is called: then ten days may be missed (AMB-11).
    [Theory]
    [InlineData("2020-12-12T12:00+06:00", "left: ")]
    [InlineData("2020-12-20T12:00+06:00", "Every reading of the law has ended")]
    public void Check_ApplicationThatAttacksAnAct_IsTimedAsAComplaint(string at, string said)
    {
        var finding = AFiling.AgainstTheResolution.At(at).With(facts => facts with { Matter = "application" }).Check(Check.Time);

        Assert.Equal((Verdict.Unclear, "time.as-complaint"), (finding.Verdict, finding.Code));
        Assert.Contains(said, finding.Message.English, StringComparison.Ordinal);
        Assert.NotNull(finding.Fix);
    }

    // 23:30 in Aqtau is half past midnight in the capital: whoever does not say where counts a day too many.
    [Theory]
    [InlineData("Asia/Aqtau", "2021-01-15T22:00+06:00", "time.contested")]
    [InlineData(null, "2021-01-15T22:00+06:00", "time.place-unknown")]
    [InlineData(null, "2021-01-13T22:00+06:00", "time.in-time")]
    public void Check_PlaceUnknown_IsNotSafeOnTheLastDay(string? place, string at, string code) => Assert.Equal(
        code,
        AFiling.AgainstTheResolution.To("CEC").At(at).With(facts => facts with
        {
            ChallengedActor = "TEC",
            ChallengedActKind = "action",
            PlaceZone = place is null ? null : Complaints.Domain.Rulebooks.Zones.Find(place),
            CountedFrom = Deadlines.ADeadline.Moment("2021-01-05T23:30+05:00"),
        }).Check(Check.Time).Code);

    [Fact]
    public void Check_NoElection_CountsWithoutOne() => Assert.Equal(
        Verdict.Pass, new AFiling().With(facts => facts with { ElectionDay = (LocalDate?)null }).Check(Check.Time).Verdict);
}
