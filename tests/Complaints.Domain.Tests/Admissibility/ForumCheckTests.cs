using Complaints.Domain.Admissibility;

namespace Complaints.Domain.Tests.Admissibility;

/// <summary>The right forum for whose act is challenged.</summary>
public sealed class ForumCheckTests
{
    [Theory]
    [InlineData("TEC", "PEC", "action", Verdict.Pass, "forum.competent", "IEOM Statement")]
    [InlineData("DC", "PEC", "decision", Verdict.Pass, "forum.competent", "Supreme Court press service")]
    [InlineData("SC", "CEC", "decision", Verdict.Pass, "forum.competent", "notes 55 and 57")]
    [InlineData("DC", "TEC", "decision", Verdict.Pass, "forum.competent", "A-18")]            // assumed, and says so
    [InlineData("DC", "CEC", "decision", Verdict.Fail, "forum.wrong", "notes 55 and 57")]     // three complaints ended like this
    [InlineData("TEC", "CEC", "decision", Verdict.Fail, "forum.wrong", "notes 55 and 57")]
    [InlineData("SC", "PEC", "action", Verdict.Fail, "forum.wrong", "IEOM Statement")]
    [InlineData("TEC", "official", "action", Verdict.Fail, "forum.wrong", "art. 49")]
    [InlineData("SC", "TEC", "decision", Verdict.Unclear, "forum.not-named", "A-18")]         // the rule itself is assumed
    [InlineData("CEC", "CEC", "decision", Verdict.Unclear, "forum.own-act", "note")]
    [InlineData("CC", "CEC", "results", Verdict.Unclear, "forum.unclear", "AMB-08")]
    [InlineData("SC", "CEC", "results", Verdict.Unclear, "forum.unclear", "AMB-08")]
    [InlineData("DC", "CEC", "results", Verdict.Fail, "forum.wrong", "AMB-08")]
    [InlineData("PROSECUTOR", "PEC", "action", Verdict.Pass, "forum.hears-any-breach", "art. 49")]
    [InlineData("PROSECUTOR", "media", "action", Verdict.Pass, "forum.hears-any-breach", "art. 49")]
    [InlineData("TEC", "media", "action", Verdict.Unclear, "forum.not-known", null)]
    public void Check_Forum_FollowsTheActAttacked(
        string forum, string actor, string actKind, Verdict verdict, string code, string? citation)
    {
        var finding = new AFiling().To(forum).With(facts => facts with { ChallengedActor = actor, ChallengedActKind = actKind })
            .Check(Check.Forum);

        Assert.Equal((verdict, code), (finding.Verdict, finding.Code));
        Assert.Contains(citation ?? "", finding.Citation?.English ?? "", StringComparison.Ordinal);
    }

    // Example E39: on 12 December the right forum is the Supreme Court, with two days left by the primary reading, one by the earliest.
    [Fact]
    public void Check_WrongForum_NamesTheRightOneAndTheTimeLeftThere()
    {
        var finding = AFiling.AgainstTheResolution.To("DC", "Asia/Almaty").Check(Check.Forum);

        Assert.Equal("District court is not the forum for this act. It is heard by: Supreme Court.", finding.Message.English);
        Assert.Equal(
            "Bring it to the right forum. Supreme Court: in time under every reading until Sunday 13 December 2020, 23:59:59 (UTC+06:00), "
            + "left 1 day 12 hours; by the primary reading until Monday 14 December 2020, 23:59:59 (UTC+06:00), left 2 days 12 hours. "
            + "That a filing in the wrong forum keeps the time is not known: count on nothing.",
            finding.Fix!.English);
    }

    [Theory]
    [InlineData("2020-12-14T10:00+06:00", "the earliest reading ended with Sunday 13 December 2020")]
    [InlineData("2020-12-18T10:00+06:00", "every reading has ended there, the last with Monday 14 December 2020")]
    public void Check_WrongForumAfterTheTime_SaysThatItRanOut(string at, string expected) => Assert.Contains(
        expected, AFiling.AgainstTheResolution.To("DC", "Asia/Almaty").At(at).Check(Check.Forum).Fix!.English, StringComparison.Ordinal);

    [Fact]
    public void Check_ForumLeftOpenByTheLaw_KeepsBothWaysOpen()
    {
        var fix = AFiling.AgainstTheResults.Check(Check.Forum).Fix!.English;

        Assert.Contains("Constitutional Council: in time under every reading until Thursday 21 January 2021", fix, StringComparison.Ordinal);
        Assert.Contains("Supreme Court: in time under every reading until Thursday 21 January 2021", fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ForumsAtThePlace_LiveByItsClock()
    {
        var finding = new AFiling().To("SC").With(facts => facts with
        {
            PlaceZone = Domain.Rulebooks.Zones.Find("Asia/Aqtau"),
            CountedFrom = Deadlines.ADeadline.Moment("2021-01-10T10:00+05:00"),
        }).Check(Check.Forum);

        Assert.Contains("Territorial election commission: in time under every reading until Tuesday 19 January 2021, 23:59:59 (UTC+05:00)", finding.Fix!.English, StringComparison.Ordinal);
    }

    // Moldova: a body without jurisdiction must pass the filing on within two days.
    [Fact]
    public void Check_WrongForumThatMustPassItOn_SaysSo()
    {
        var finding = new AFiling().In("MD-2019").To("COURT-MD").With(facts => facts with { ChallengedActor = "CEC-MD", ChallengedActKind = "decision" })
            .Check(Check.Forum);

        Assert.Equal("forum.wrong", finding.Code);
        Assert.Contains("must pass the filing on", finding.Fix!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ApplicationThatAttacksNothing_MayGoToAnyStateBody()
    {
        var application = new AFiling().With(facts => facts with { Matter = "application", ChallengedActor = null, ChallengedActKind = null });

        Assert.Equal("forum.takes-applications", application.To("CEC").Check(Check.Forum).Code);
        Assert.Equal("forum.actor-unknown", application.To("SC").Check(Check.Forum).Code);
    }
}
