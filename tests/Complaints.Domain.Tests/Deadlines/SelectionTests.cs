using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>Which limit applies, by facts the domain derives and never by what a caller says.</summary>
public sealed class SelectionTests
{
    // Statement, note 53: five days for complaints, three for decisions of lower commissions; art. 49 for courts.
    [Theory]
    [InlineData(LimitKind.Decision, "TEC", "PEC", "action", "kz.commission.decide.5")]
    [InlineData(LimitKind.Decision, "TEC", "PEC", "inaction", "kz.commission.decide.5")]
    [InlineData(LimitKind.Decision, "TEC", "PEC", "results", "kz.commission.decide.5")]
    [InlineData(LimitKind.Decision, "TEC", "PEC", "decision", "kz.commission.appeal.3")]
    [InlineData(LimitKind.Decision, "CEC", "TEC", "decision", "kz.commission.appeal.3")] // a first filing against a TEC's decision is an appeal
    [InlineData(LimitKind.Decision, "TEC", "TEC", "decision", "kz.commission.decide.5")] // its own decision
    [InlineData(LimitKind.Decision, "TEC", "local_authority", "thirdParty", "kz.commission.decide.5")]
    [InlineData(LimitKind.Decision, "DC", "PEC", "decision", "kz.court.decide.5")]
    [InlineData(LimitKind.Decision, "SC-CASS", "CEC", "decision", "kz.cassation.decide")]
    [InlineData(LimitKind.Filing, "SC", "CEC", "decision", "kz.file.10")]                // a court is no commission above
    [InlineData(LimitKind.Filing, "CEC", "TEC", "decision", "kz.file.appeal.10")]
    [InlineData(LimitKind.Filing, "CC", "CEC", "results", "kz.cc.petition.10")]
    public void Select_ByActAndForum_FindsTheLimit(LimitKind kind, string forum, string actor, string actKind, string limit) =>
        Assert.Equal(limit, Select("KZ-2020", kind, forum, facts => facts with { ChallengedActor = actor, ChallengedActKind = actKind }));

    [Fact]
    public void Select_RegistrationRefused_TheSpecialLimitWins() => Assert.Equal("kz.file.registration.7", Select(
        "KZ-2020", LimitKind.Filing, "SC",
        facts => facts with { ChallengedActor = "CEC", ChallengedActKind = "decision", Subject = "candidate_registration.refusal" }));

    [Fact]
    public void Select_Silence_OpensTenDays() => Assert.Equal(
        "kz.file.inaction.10", Select("KZ-2020", LimitKind.Filing, "DC", facts => facts with { Matter = Matter.Inaction }));

    [Fact]
    public void Select_AppealToACommission_HasThreeDays() => Assert.Equal(
        "kz.commission.appeal.3", Select("KZ-2020", LimitKind.Decision, "CEC", facts => facts with { Matter = Matter.Appeal }));

    [Fact]
    public void Select_Application_IsAnswered() => Assert.Equal(
        "kz.application.answer.15_30", Select("KZ-2020", LimitKind.Answer, "CEC", facts => facts with { Matter = Matter.Application }));

    [Theory]
    [InlineData("2019-02-24T10:00+02:00", "md.court.eday")]    // received on election day
    [InlineData("2019-02-23T10:00+02:00", "md.decide.cec.5")]
    public void Select_OnElectionDay_TheSameDayRuleWins(string from, string limit) => Assert.Equal(limit, Select(
        "MD-2019", LimitKind.Decision, "CA",
        facts => facts with { ChallengedActor = "CEC-MD", ChallengedActKind = "decision", CountedFrom = ADeadline.Moment(from), ElectionDay = new(2019, 2, 24) }));

    [Fact]
    public void Select_PhaseGiven_TheMoreSpecialLimitWins() => Assert.Equal("ua.file.count.2", Select(
        "UA-LOC-2015", LimitKind.Filing, "TEC-UA", facts => facts with { Phase = "count" }));

    [Theory]
    [InlineData("no.such.limit", "TEC", "limit.unknown")]
    [InlineData("kz.window.immediate", "TEC", "limit.via-window")]
    [InlineData("kz.court.decide.5", "TEC", "limit.not-for-forum")]
    [InlineData("kz.file.10", "NOWHERE", "forum.unknown")]
    public void Count_NamedLimitThatCannotBe_IsRefused(string limit, string forum, string code) =>
        Assert.Equal(code, ADeadline.Of(limit).Before(forum).Ask("2020-12-14T10:00+06:00").Refusals.Single().Code);

    [Fact]
    public void Count_AnotherZoneThanTheForums_IsRefusedWithEveryReason()
    {
        var refusals = ADeadline.Of("kz.file.10").Before("SC", "Asia/Aqtau").With(facts => facts with { Trigger = "fullMoon" })
            .Ask("2020-12-14T10:00+06:00").Refusals;

        Assert.Equal(["forum.zone-differs", "trigger.unknown"], refusals.Select(refusal => refusal.Code));
        Assert.Equal("forumZone", refusals[0].Field);
    }

    [Theory]
    [InlineData("0921-01-10T10:00+06:00")]
    [InlineData("9999-12-30T10:00+06:00")]
    public void Count_DateNobodyMeans_IsRefused(string from) =>
        Assert.Equal("date.out-of-range", ADeadline.Of("kz.file.10").Before("SC").Ask(from).Refusals.Single().Code);

    [Fact]
    public void Count_ZoneUnderItsOldName_IsTheSameZone() => Assert.True(
        ADeadline.Of("ua.file.5").In("UA-LOC-2015").Before("TEC-UA", "Europe/Kiev").Ask("2015-10-10T12:00+03:00").IsAllowed(out _));

    [Fact]
    public void Count_NothingFits_IsRefusedWithTheKind()
    {
        var refusal = ADeadline.Selected(LimitKind.Forward).Ask("2020-12-14T10:00+06:00").Refusals.Single();

        Assert.Equal("limit.none", refusal.Code);
        Assert.Contains("forwarding", refusal.Message, StringComparison.Ordinal);
    }

    // Before the Constitutional Council a petition and a complaint about silence weigh the same: the trigger decides.
    [Fact]
    public void Count_SeveralFit_AsksForTheTrigger()
    {
        var ask = ADeadline.Selected(LimitKind.Filing).Before("CC").With(facts => facts with { Matter = Matter.Inaction });

        Assert.Equal("limit.trigger-needed", ask.Ask("2021-01-12T10:00+06:00").Refusals.Single().Code);
        Assert.Equal("kz.cc.petition.10", ask.With(facts => facts with { Trigger = "resultsAnnounced" }).From("2021-01-12T10:00+06:00").Limit);
    }

    [Theory]
    [InlineData("AM-1999", "am.file.results.14h", "CEC-AM", "Asia/Yerevan")]
    [InlineData("UA-LOC-2015", "ua.file.votingday.close", "PEC-UA", "Europe/Kyiv")]
    public void Count_CountsFromElectionDayAndThereIsNone_IsRefused(string rulebook, string limit, string forum, string zone) => Assert.Equal(
        "limit.election-day-needed",
        ADeadline.Of(limit).In(rulebook).Before(forum, zone).ElectionOn(null).Ask("2015-10-10T12:00+03:00").Refusals.Single().Code);

    [Theory]
    [InlineData("kz.file.10", "CEC", false)]
    [InlineData("kz.file.10", "SC", true)] // a last day off rolls on, but not over the two days on which courts work
    [InlineData("kz.commission.decide.5", "TEC", true)]
    [InlineData("kz.application.answer.15_30", "CEC", true)] // it may be a complaint, and then the window reaches it
    public void NeedsElectionDay_Limit_SaysWhetherItMatters(string limit, string forum, bool expected)
    {
        var rulebook = ShippedLaw.Rulebooks["KZ-2020"];
        Assert.Equal(expected, rulebook.NeedsElectionDay(rulebook.FindLimit(limit)!, rulebook.FindForum(forum)!));
    }

    // Law on Local Elections, art. 95: five days, but two for acts of voting day, count and results; before the precinct, until the polls close.
    [Theory]
    [InlineData("TEC-UA", "2015-10-24T10:00+03:00", null, "ua.file.5")]
    [InlineData("TEC-UA", "2015-10-25T10:00+02:00", null, "ua.file.count.2")]
    [InlineData("TEC-UA", "2015-10-27T10:00+02:00", "counting.other", "ua.file.count.2")]
    [InlineData("TEC-UA", "2015-10-27T10:00+02:00", "results.other", "ua.file.count.2")]
    [InlineData("TEC-UA", "2015-10-27T10:00+02:00", "media.other", "ua.file.5")]
    [InlineData("PEC-UA", "2015-10-25T10:00+02:00", null, "ua.file.votingday.close")]
    public void Select_PhaseOfTheElection_FollowsTheDayAndTheSubject(string forum, string from, string? subject, string expected) => Assert.Equal(
        expected,
        ADeadline.Selected(LimitKind.Filing).In("UA-LOC-2015").Before(forum, "Europe/Kyiv").At("Europe/Kyiv").ElectionOn("2015-10-25")
            .With(facts => facts with { Subject = subject }).From(from).Selected.Id);

    [Theory]
    [InlineData("KZ-2020", LimitKind.Decision, "CEC", "Asia/Almaty", "challengedActor")]
    [InlineData("UA-LOC-2015", LimitKind.Filing, "PEC-UA", "Europe/Kyiv", "phase")]
    public void Select_FactNotSaid_NamesIt(string rulebook, LimitKind kind, string forum, string zone, string field)
    {
        var refusal = ADeadline.Selected(kind).In(rulebook).Before(forum, zone).ElectionOn(null).Ask("2015-10-12T10:00+03:00").Refusals.Single();

        Assert.Equal(("limit.none", field), (refusal.Code, refusal.Field));
    }

    private static string Select(string rulebook, LimitKind kind, string forum, Func<LimitFacts, LimitFacts> change)
    {
        var law = ShippedLaw.Rulebooks[rulebook];
        var facts = new LimitFacts
        {
            Kind = kind,
            Forum = forum,
            ForumZone = law.FindForum(forum)!.Zone.Fixed ?? law.DefaultZone,
            CountedFrom = ADeadline.Moment("2020-12-14T10:00+06:00"),
        };
        var selected = Counting.Select(law, change(facts));
        Assert.True(selected.IsAllowed(out var limit), string.Join("; ", selected.Refusals));
        return limit!.Id;
    }
}
