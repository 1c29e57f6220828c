using Complaints.Domain.Admissibility;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>The checks together.</summary>
public sealed class BeforeFilingTests
{
    [Fact]
    public void Check_NothingSpeaksAgainstIt_Passes()
    {
        var opinion = new AFiling().Check();

        Assert.Equal(Verdict.Pass, opinion.Verdict);
        Assert.Equal(Enum.GetValues<Check>(), opinion.Checks.Select(finding => finding.Check));
        Assert.All(opinion.Checks, finding => Assert.Equal((Verdict.Pass, true), (finding.Verdict, finding.Citation is not null)));
    }

    // The same count that the verdict on time went by: ten days also for what is called an application and attacks an act (AMB-11).
    [Theory]
    [InlineData("complaint")]
    [InlineData("application")]
    public void Check_AgainstAnAct_GivesTheTimeToFileWithItsReadings(string matter)
    {
        var deadline = AFiling.AgainstTheResolution.With(facts => facts with { Matter = matter }).Check().Deadline;

        Assert.Equal(("kz.file.10", "2020-12-14T23:59:59+06:00"), (deadline?.Limit, deadline?.LastMomentLocal));
        Assert.Equal("2020-12-13T23:59:59+06:00", Assert.Single(deadline!.Alternatives).LastMomentLocal);
    }

    [Fact]
    public void Check_WithoutAStart_GivesNoTimeToFile() =>
        Assert.Null(AFiling.AgainstTheResolution.With(facts => facts with { CountedFrom = null }).Check().Deadline);

    [Fact]
    public void Check_OneCheckFails_FailsWithoutHidingTheRest()
    {
        var opinion = AFiling.AgainstTheResolution.To("DC", "Asia/Almaty").Check();

        Assert.Equal(Verdict.Fail, opinion.Verdict);
        Assert.Equal(
            [Verdict.Fail, Verdict.Unclear, Verdict.Pass, Verdict.Pass, Verdict.Pass], opinion.Checks.Select(finding => finding.Verdict));
    }

    [Fact]
    public void Check_NothingButTheForumIsKnown_IsUnclearAndSaysWhatToTell()
    {
        var opinion = new AFiling().With(facts => new FilingFacts { Forum = "CC", At = facts.At }).Check();

        Assert.Equal(Verdict.Unclear, opinion.Verdict);
        Assert.Equal(
            ["forum.actor-unknown", "standing.complainant-unknown", "time.start-unknown", "form.not-told", "kind.unknown"],
            opinion.Checks.Select(finding => finding.Code));
        Assert.All(opinion.Checks, finding => Assert.NotNull(finding.Fix));
    }

    [Theory]
    [InlineData("ECHR", null, "PEC", "forum.unknown", "forum")]
    [InlineData("SC", "Asia/Aqtau", "PEC", "forum.zone-differs", "forumZone")]
    [InlineData("SC", null, "NOBODY", "actor.unknown", "challengedActor")]
    public void Check_QuestionThatMakesNoSense_IsRefused(string forum, string? zone, string actor, string code, string field)
    {
        var refusal = Assert.Single(new AFiling().To(forum, zone).With(facts => facts with { ChallengedActor = actor }).Ask().Refusals);

        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData(false, null, "election-day.missing")] // not said: the cap of this limit hangs on it
    [InlineData(true, null, null)]                   // said: there is no election
    [InlineData(true, "2015-10-25", null)]
    public void Check_LimitNeedsElectionDay_AsksForIt(bool isGiven, string? day, string? code)
    {
        var asked = new AFiling().In("UA-LOC-2015").To("TEC-UA").With(facts => facts with
        {
            ChallengedActor = "PEC-UA",
            CountedFrom = Deadlines.ADeadline.Moment("2015-10-20T10:00+03:00"),
            ElectionDay = day is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value,
            IsElectionDayGiven = isGiven,
        }).Ask();

        Assert.Equal(code, asked.Refusals.Select(refusal => refusal.Code).SingleOrDefault());
    }

    [Theory]
    [InlineData("KZ-2020", "PEC")]
    [InlineData("KZ-2021H2", "PEC")]
    [InlineData("MD-2019", "PEB")]
    [InlineData("MD-2022", "PEB")]
    [InlineData("UA-LOC-2015", "PEC-UA")]
    [InlineData("AM-1999", "PEC-AM")]
    public void Check_AnyForumAndAct_IsToldInEveryLanguageTheSameTwice(string rulebook, string commission)
    {
        var law = ShippedLaw.Rulebooks[rulebook];
        var acts = Taxonomies.Shipped.ChallengedActKinds;
        string?[] types = [null, "voter", "public_official_mp", "president", "media"];

        foreach (var filing in from forum in law.Forums
                               from actor in new[] { commission, law.Forums.Last(each => each.IsCommission).Id, "official", "media", null }
                               from act in acts
                               from type in types
                               from matter in new[] { "complaint", "application" }
                               select new AFiling().In(rulebook).To(forum.Id).With(facts => facts with
                               {
                                   ChallengedActor = actor,
                                   ChallengedActKind = act,
                                   ComplainantType = type,
                                   Matter = matter,
                                   Members = type is null ? null : 31,
                                   Has = type is null ? null : ["facts", "copies"],
                               }))
        {
            var told = Tell(filing.Check());
            Assert.DoesNotContain(told, text => text.Contains('{', StringComparison.Ordinal) || text.Length == 0);
            Assert.Equal(told, Tell(filing.Check()));
        }
    }

    [Fact]
    public void Sayings_EveryElementOfForm_HasAName() => Assert.All(
        Taxonomies.Shipped.FormElements, code => Assert.True(FormElements.NameOf(code) is { Russian: not null, Kazakh: not null }));

    private static string[] Tell(Opinion opinion) =>
    [
        .. from finding in opinion.Checks
           from text in new[] { finding.Message, finding.Fix }.OfType<Text>()
           from language in new[] { text.English, text.Russian, text.Kazakh }
           select language,
    ];
}
