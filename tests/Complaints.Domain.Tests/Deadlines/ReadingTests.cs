using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>How readings appear, combine two at a time, merge and give way to the primary one.</summary>
public sealed class ReadingTests
{
    // An application may be a complaint (AMB-11), but the five days of a complaint are those of commissions.
    [Theory]
    [InlineData("CEC", true)]
    [InlineData("AKIMAT", false)]
    [InlineData("PROSECUTOR", false)]
    public void Count_ReadingPutsAnotherLimit_OnlyWhereThatAppliesToTheForum(string forum, bool expected) => Assert.Equal(
        expected,
        ADeadline.Of("kz.application.answer.15_30").Before(forum).ElectionOn(null).From("2020-12-01T10:00+06:00")
            .Alternatives.Any(reading => reading.Limit == "kz.commission.decide.5"));

    // Samoa skipped 30 December 2011: a limit that ends with the 29th, or with the day that never was, ends where the 31st begins.
    [Theory]
    [InlineData("2011-12-24T10:00-10:00")]
    [InlineData("2011-12-25T10:00-10:00")]
    public void Count_DayThatNeverWas_EndsWhereTheNextBegins(string received) => Assert.Equal(
        ADeadline.Moment("2011-12-31T00:00+14:00"),
        ADeadline.Of("kz.commission.decide.5").Before("TEC", "Pacific/Apia").ElectionOn(null).From(received).DueExclusive);

    private static ADeadline File => ADeadline.Of("kz.file.10").Before("SC").At("Asia/Almaty");

    [Fact]
    public void Count_NoFacts_ShowsOnlyReadingsThatNeedNone()
    {
        var named = Named(ADeadline.Of("kz.file.10").Before("SC").From("2020-12-04T12:00+06:00"));

        Assert.Equal(["AMB-02", "AMB-03"], named);
    }

    [Fact]
    public void Count_EveryFact_ShowsEveryReading()
    {
        var later = ADeadline.Moment("2020-12-08T12:00+06:00");
        var named = Named(File.With(facts => facts with { PublishedAt = later, KnownAt = later, ServedAt = later, Continuing = true })
            .From("2020-12-04T12:00+06:00"));

        Assert.Equal(["AMB-01", "AMB-02", "AMB-03", "AMB-04"], named);
    }

    [Fact]
    public void Count_SameAnswerFromOneAmbiguity_IsListedOnce()
    {
        var later = ADeadline.Moment("2020-12-08T12:00+06:00");
        var deadline = File.With(facts => facts with { PublishedAt = later, KnownAt = later }).From("2020-12-04T12:00+06:00");

        Assert.Equal("2020-12-18T23:59", deadline.Under("AMB-01"));
    }

    [Fact]
    public void Count_ContinuingViolation_NeverEndsAndLeavesLatestOpen()
    {
        var deadline = File.With(facts => facts with { Continuing = true }).From("2020-12-04T12:00+06:00");

        Assert.Equal("Never", deadline.Under("AMB-01"));
        Assert.Null(deadline.Latest);
        Assert.Equal(Timeliness.Contested, deadline.Judge(ADeadline.Moment("2020-12-28T10:00+06:00")));
        Assert.Equal(Timeliness.Late, deadline.JudgePrimary(ADeadline.Moment("2020-12-28T10:00+06:00")));
    }

    // 9 Dec + 7 = 16 Dec, a day off. Day one the same day and ten days: 18 Dec, also the answer of the roll-over alone.
    [Fact]
    public void Count_TwoReadingsAtOnce_AreListedWithBothAmbiguities()
    {
        var deadline = ADeadline.Of("kz.file.registration.7").Before("SC").At("Asia/Almaty").From("2020-12-09T17:00+06:00");

        Assert.Equal("2020-12-18T23:59", deadline.Under("AMB-03"));
        Assert.Equal("2020-12-18T23:59", deadline.Under("AMB-02", "AMB-18"));
        Assert.Equal("2020-12-21T23:59", deadline.Under("AMB-03", "AMB-18"));
        Assert.Equal(string.Empty, deadline.Under("AMB-02", "AMB-03")); // equal to AMB-02 alone
        Assert.Equal(ADeadline.Moment("2020-12-16T00:00+06:00"), deadline.Earliest);
        Assert.Equal(ADeadline.Moment("2020-12-22T00:00+06:00"), deadline.Latest);
    }

    // Half an hour before midnight in Aqtau: a day later at the forum, a day earlier if that is day one.
    [Fact]
    public void Count_PairThatCancelsOut_GoesUnderWithoutEffect()
    {
        var deadline = ADeadline.Of("kz.file.10").Before("CEC").At("Asia/Aqtau").From("2021-01-05T23:30+05:00");

        Assert.Equal("2021-01-16T23:59", deadline.Under("AMB-04"));
        Assert.Equal("no effect", deadline.Under("AMB-02", "AMB-04"));
    }

    [Fact]
    public void Count_PlaceAndForumShareAZone_SaysThatItDoesNotMatter() =>
        Assert.Equal("no effect", File.From("2020-12-04T12:00+06:00").Under("AMB-04"));

    [Fact]
    public void Count_AnyRulebook_NeverCombinesTwoAnswersToOneQuestionNorTwoChangesOfOneThing()
    {
        foreach (var rulebook in ShippedLaw.Rulebooks.Values)
        {
            foreach (var limit in rulebook.Limits)
            {
                var readings = rulebook.Readings.Where(reading => reading.Limits.Contains(limit.Id)).ToArray();

                Assert.All(rulebook.WaysToCount(limit).Pairs, pair =>
                {
                    Assert.Equal(2, pair.Ambiguities.Distinct().Count());
                    Assert.Empty(readings[pair.First].Keys.Intersect(readings[pair.Second].Keys));
                });
            }
        }
    }

    [Fact]
    public void Count_Examples_KeepTheRulesOfListing()
    {
        foreach (var deadline in Examples.Ids.Select(id => Examples.Count(Examples.Find(id))))
        {
            Assert.DoesNotContain(
                deadline.Alternatives,
                reading => (reading.Mode, reading.DueExclusive, reading.BenchmarkExclusive)
                    == (deadline.Mode, deadline.DueExclusive, deadline.Benchmark?.Exclusive));
            Assert.Equal(
                deadline.Alternatives.Count,
                deadline.Alternatives
                    .DistinctBy(reading => (string.Join('+', reading.Ambiguities), reading.Mode, reading.DueExclusive, reading.BenchmarkExclusive))
                    .Count());
            var instants = deadline.Alternatives.Select(reading => reading.DueExclusive).Append(deadline.DueExclusive).OfType<Instant>().ToArray();
            Assert.Equal(instants.Length == 0 ? null : instants.Min(), deadline.Earliest);
            Assert.Equal(
                instants.Length == 0 || deadline.Alternatives.Any(reading => reading.Mode is Mode.Never or Mode.Unknown or Mode.Paused)
                    ? null
                    : instants.Max(),
                deadline.Latest);
        }
    }

    private static IEnumerable<string> Named(Deadline deadline) =>
        deadline.Alternatives.SelectMany(reading => reading.Ambiguities).Concat(deadline.WithoutEffect.SelectMany(names => names)).Distinct().Order();
}
