using Complaints.Domain.Deadlines;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>One table of dates per article, the reason in the row.</summary>
public sealed class ArticleTests
{
    // Statement, Complaints and Appeals: ten days from the violation. Days off: 16-17 Dec, 1, 2, 4, 7 Jan; weekends.
    [Theory]
    [InlineData("TEC", "2020-12-22T10:00+06:00", "2021-01-01T23:59", "2021-01-05T23:59")] // 1-2 Jan off, 3 Sunday, 4 in lieu
    [InlineData("TEC", "2020-12-28T10:00+06:00", "2021-01-07T23:59", "2021-01-08T23:59")] // Orthodox Christmas
    [InlineData("TEC", "2020-12-30T10:00+06:00", "2021-01-09T23:59", "2021-01-11T23:59")] // commissions rest on the eve of the election
    [InlineData("DC", "2020-12-30T10:00+06:00", "2021-01-09T23:59", "no effect")]         // courts work on the eve (art. 48)
    [InlineData("DC", "2020-12-31T16:00+06:00", "2021-01-10T23:59", "no effect")]         // and on election day itself
    [InlineData("TEC", "2020-12-31T16:00+06:00", "2021-01-10T23:59", "2021-01-11T23:59")]
    [InlineData("DC", "2020-12-26T16:00+06:00", "2021-01-05T23:59", "no effect")]         // a Tuesday
    public void File10_LastDayOff_RollsForThoseWhoRest(string forum, string from, string primary, string rolled)
    {
        var deadline = ADeadline.Of("kz.file.10").Before(forum).From(from);

        Assert.Equal(primary, deadline.Primary());
        Assert.Equal(rolled, deadline.Under("AMB-03"));
    }

    // Without an election nobody works on a weekend.
    [Fact]
    public void File10_NoElection_RollsForCourtsToo() =>
        Assert.Equal("2021-01-11T23:59", ADeadline.Of("kz.file.10").Before("DC").ElectionOn(null).From("2020-12-31T16:00+06:00").Under("AMB-03"));

    // Art. 49 and note 53: a date of receipt, never the date of asking, decides whether a window holds.
    [Theory]
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-04T23:59+06:00", "2021-01-09T23:59", "no effect")] // outside every window
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-05T00:01+06:00", "Immediate", "2021-01-10T23:59")] // inclusive edge; both others say no
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-05T07:00+06:00", "Immediate", "2021-01-10T23:59")] // 120 hours to the minute: strict
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-05T07:01+06:00", "Immediate", "2021-01-10T23:59 | no effect")] // 119 h 59 min
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-06T00:00+06:00", "Immediate", "no effect")]        // inside under every reading
    [InlineData("kz.commission.decide.5", "PEC", "2021-01-10T23:59+06:00", "Immediate", "no effect")]        // the last minute of election day
    [InlineData("kz.commission.decide.5", "TEC", "2021-01-11T00:00+06:00", "2021-01-16T23:59", "no effect")] // the ordinary limit is back
    [InlineData("kz.court.decide.5", "DC", "2021-01-05T23:59+06:00", "2021-01-10T23:59", "")]                // less than five days: from the 6th
    [InlineData("kz.court.decide.5", "DC", "2021-01-06T00:00+06:00", "Immediate", "")]
    [InlineData("kz.statebody.answer.3", "AKIMAT", "2021-01-08T23:59+06:00", "2021-01-11T23:59", "")]        // art. 20: the day before, and the day
    [InlineData("kz.statebody.answer.3", "AKIMAT", "2021-01-09T00:00+06:00", "Immediate", "")]
    public void Decide_NearElectionDay_FollowsTheDateOfReceipt(string limit, string forum, string from, string primary, string edge)
    {
        var deadline = ADeadline.Of(limit).Before(forum).From(from);

        Assert.Equal(primary, deadline.Primary());
        Assert.Equal(edge, deadline.Under("AMB-06"));
        Assert.Equal(primary == "Immediate" ? "kz.window.immediate" : limit, deadline.Limit);
        Assert.Equal(limit, deadline.Selected.Id);
    }

    // The window is local to the forum: an embassy precinct in Washington is still in 4 January when Almaty has the 5th.
    [Theory]
    [InlineData("America/New_York", "2021-01-04T23:30:00-05:00", "2021-01-09T23:59")]
    [InlineData("Asia/Almaty", "2021-01-05T10:30:00+06:00", "Immediate")]
    public void Decide_SameInstantElsewhere_FollowsTheForumsDate(string zone, string from, string primary) =>
        Assert.Equal(primary, ADeadline.Of("kz.commission.decide.5").Before("PEC", zone).From(from).Primary());

    // Benchmarks of "immediately" (A-07, A-07b): conventions, the conditional one first.
    [Theory]
    [InlineData("2021-01-06T09:00+06:00", "A-07", "2021-01-06T23:59:59+06:00")]
    [InlineData("2021-01-10T00:00+06:00", "A-07b", "2021-01-10T19:59:59+06:00")]
    [InlineData("2021-01-10T19:59+06:00", "A-07b", "2021-01-10T19:59:59+06:00")]
    [InlineData("2021-01-10T20:00+06:00", "A-07", "2021-01-10T23:59:59+06:00")] // "before 20:00" is exclusive
    public void Decide_Immediate_HasALabelledBenchmark(string from, string id, string lastMoment)
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").Before("PEC").From(from);

        Assert.Equal(Mode.Immediate, deadline.Mode);
        Assert.Equal((id, lastMoment, "AMB-07"), (deadline.Benchmark!.Id, deadline.Benchmark.LastMomentLocal, deadline.Benchmark.Ambiguity));
        Assert.Null(deadline.DueExclusive);
        Assert.Null(deadline.LastDay);
    }

    // Armenia's "promptly" has no benchmark, and none is invented.
    [Fact]
    public void Decide_Promptly_HasNoBenchmark()
    {
        var deadline = ADeadline.Of("am.decide.5").In("AM-1999").Before("TEC-AM", "Asia/Yerevan").ElectionOn("1999-05-30").From("1999-05-27T10:00+05:00");

        Assert.Equal(("am.window.promptly", Mode.Immediate), (deadline.Limit, deadline.Mode));
        Assert.Null(deadline.Benchmark);
    }

    // Ukraine art. 95(2), Moldova art. 73: never past the cap, unless the cap lies before the start.
    [Theory]
    [InlineData("UA-LOC-2015", "ua.file.5", "TEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-22T12:00+03:00", "2015-10-24T21:59")]
    [InlineData("UA-LOC-2015", "ua.file.5", "TEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-10T12:00+03:00", "2015-10-15T23:59")] // far from it
    [InlineData("UA-LOC-2015", "ua.file.5", "TEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-26T12:00+02:00", "2015-10-31T23:59")] // after it
    [InlineData("UA-LOC-2015", "ua.file.5", "TEC-UA", "Europe/Kyiv", null, "2015-10-22T12:00+03:00", "2015-10-27T23:59")]        // no election
    [InlineData("MD-2022", "md.decide.3", "DEC-MD", "Europe/Chisinau", "2024-10-20", "2024-10-19T10:00+03:00", "2024-10-20T23:59")]
    [InlineData("MD-2022", "md.decide.3", "DEC-MD", "Europe/Chisinau", "2024-10-20", "2024-10-20T10:00+03:00", "2024-10-20T23:59")]
    [InlineData("MD-2022", "md.decide.3", "DEC-MD", "Europe/Chisinau", "2024-10-20", "2024-10-25T10:00+03:00", "2024-10-28T23:59")] // DST ends on the 27th
    public void Cap_NearElectionDay_EndsTheLimit(string rulebook, string limit, string forum, string zone, string? election, string from, string last) =>
        Assert.Equal(last, ADeadline.Of(limit).In(rulebook).Before(forum, zone).ElectionOn(election).From(from).Primary());

    // Units that are no days: a clock time, an event, the same day, unknown.
    [Theory]
    [InlineData("AM-1999", "am.file.results.14h", "CEC-AM", "Asia/Yerevan", "1999-05-30", "1999-06-03T10:00+05:00", "1999-05-31T13:59")]
    [InlineData("UA-LOC-2015", "ua.file.votingday.close", "PEC-UA", "Europe/Kyiv", "2015-10-25", "2015-10-25T09:00+02:00", "2015-10-25T19:59")]
    [InlineData("MD-2019", "md.court.eday", "CA", "Europe/Chisinau", "2019-02-24", "2019-02-24T21:00+02:00", "2019-02-24T23:59")]
    [InlineData("KZ-2020", "kz.cassation", "SC-CASS", "Asia/Almaty", "2021-01-10", "2021-01-20T10:00+06:00", "Unknown")]
    public void Count_OtherUnits_GivesTheirMoment(string rulebook, string limit, string forum, string zone, string election, string from, string last) =>
        Assert.Equal(last, ADeadline.Of(limit).In(rulebook).Before(forum, zone).ElectionOn(election).From(from).Primary());

    // One zone from 1 March 2024: 29 February had 25 hours in Almaty, and hour arithmetic fails.
    [Theory]
    [InlineData("2024-02-18T11:00+06:00", "2024-02-28T18:00:00Z")]
    [InlineData("2024-02-19T11:00+06:00", "2024-02-29T19:00:00Z")]
    [InlineData("2024-02-20T11:00+06:00", "2024-03-01T19:00:00Z")]
    public void File10_ClockOf2024_EndsAtLocalMidnight(string from, string due) => Assert.Equal(
        ADeadline.Moment(due), ADeadline.Of("kz.file.10").In("KZ-2021H2").Before("SC").ElectionOn(null).From(from).DueExclusive);

    // A-10, Ukraine's art. 270(4): silence is an inaction on the last day of the missed limit.
    [Fact]
    public void Inaction_FromTheMissedLimit_OpensTenDays()
    {
        var deadline = ADeadline.Of("kz.file.inaction.10").Before("DC").At("Asia/Almaty").From("2020-12-19T23:59:59+06:00");

        Assert.Equal("2020-12-29T23:59", deadline.Primary());
        Assert.Equal("2020-12-30T23:59 | Never", deadline.Under("AMB-10"));
        Assert.Equal("no effect", deadline.Under("AMB-02", "AMB-10"));
        Assert.Null(deadline.Latest);
    }

    // AMB-11: a request labelled application may be a complaint, and then the window reaches it.
    [Fact]
    public void Application_NearElectionDay_MayBeAComplaint()
    {
        var deadline = ADeadline.Of("kz.application.answer.15_30").Before("CEC").From("2021-01-08T10:00+06:00");

        Assert.Equal("2021-01-23T23:59", deadline.Primary());
        Assert.Equal("2021-02-07T23:59 | Immediate", deadline.Under("AMB-11"));
        Assert.Contains(deadline.Alternatives, reading => reading.BenchmarkExclusive == ADeadline.Moment("2021-01-09T00:00+06:00"));
    }
}
