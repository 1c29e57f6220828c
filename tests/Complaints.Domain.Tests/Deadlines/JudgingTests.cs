using Complaints.Domain.Deadlines;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The verdict: the complainant is warned by the earliest reading, an authority is overdue only after the latest.</summary>
public sealed class JudgingTests
{
    // Statement, note 53: commissions have five days; received 14 Dec 2020 at a TEC in Almaty.
    [Theory]
    [InlineData("2020-12-18T23:59:59+06:00", Timeliness.Timely, Timeliness.Timely)]
    [InlineData("2020-12-19T00:00:00+06:00", Timeliness.Contested, Timeliness.Timely)] // the fifth day if the day of receipt is day one
    [InlineData("2020-12-20T00:00:00+06:00", Timeliness.Contested, Timeliness.Late)]
    [InlineData("2020-12-21T23:59:59+06:00", Timeliness.Contested, Timeliness.Late)]
    [InlineData("2020-12-22T00:00:00+06:00", Timeliness.Late, Timeliness.Late)]        // past the roll-over to Monday as well
    public void Judge_FixedLimit_FollowsEveryReading(string at, Timeliness overall, Timeliness primary)
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").From("2020-12-14T10:00+06:00");

        Assert.Equal(overall, deadline.Judge(ADeadline.Moment(at)));
        Assert.Equal(primary, deadline.JudgePrimary(ADeadline.Moment(at)));
    }

    // Immediate by the primary reading, five days by the strict one: only after every fixed reading is it late.
    [Theory]
    [InlineData("2021-01-05T12:00+06:00", null)]
    [InlineData("2021-01-11T23:59+06:00", null)]
    [InlineData("2021-01-12T00:00+06:00", Timeliness.Late)] // the strict reading rolled from Sunday to Monday the 11th
    public void Judge_ImmediateWithAFixedReading_IsOpenUntilTheLatest(string at, Timeliness? expected)
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").From("2021-01-05T00:01+06:00");

        Assert.Equal(expected, deadline.Judge(ADeadline.Moment(at)));
        Assert.Null(deadline.JudgePrimary(ADeadline.Moment(at)));
    }

    [Fact]
    public void Judge_ImmediateUnderEveryReading_IsNeverDecided()
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").From("2021-01-06T09:00+06:00");

        Assert.Null(deadline.Earliest);
        Assert.Null(deadline.Latest);
        Assert.Null(deadline.Judge(ADeadline.Moment("2022-01-01T00:00+06:00")));
        Assert.Equal(3, deadline.ElapsedAt(ADeadline.Moment("2021-01-06T12:00+06:00")).TotalHours);
    }

    [Fact]
    public void Judge_UnknownLimit_GivesNoVerdict()
    {
        var deadline = ADeadline.Of("kz.cassation.decide").Before("SC-CASS").From("2021-01-20T09:00+06:00");

        Assert.Equal(Mode.Unknown, deadline.Mode);
        Assert.Null(deadline.Judge(ADeadline.Moment("2022-01-01T00:00+06:00")));
    }

    // What a timer asks: from when silence can be argued, and when the limit has passed under every reading.
    [Theory]
    [InlineData("kz.commission.decide.5", "2020-12-14T10:00+06:00", "2020-12-19T00:00+06:00", "2020-12-22T00:00+06:00")]
    [InlineData("kz.commission.decide.5", "2021-01-06T09:00+06:00", "2021-01-07T00:00+06:00", "2021-01-07T00:00+06:00")] // only a benchmark
    [InlineData("kz.commission.decide.5", "2021-01-05T00:01+06:00", "2021-01-06T00:00+06:00", "2021-01-12T00:00+06:00")] // and fixed readings
    [InlineData("kz.file.inaction.10", "2020-12-19T23:59:59+06:00", "2020-12-29T00:00+06:00", null)]                     // it may never start
    public void PassesAt_Limit_WaitsForEveryReading(string limit, string from, string arguable, string? passes)
    {
        var deadline = ADeadline.Of(limit).From(from);

        Assert.Equal(ADeadline.Moment(arguable), deadline.ArguableFrom);
        Assert.Equal(passes is null ? null : ADeadline.Moment(passes), deadline.PassesAt);
        Assert.Equal(passes is null, deadline.IsOpenEnded);
    }

    [Fact]
    public void PassesAt_Suspended_IsOpenUntilItIsResumed()
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").Suspended("2020-12-16T10:00+06:00", null).From("2020-12-14T10:00+06:00");

        Assert.Null(deadline.PassesAt);
        Assert.True(deadline.IsOpenEnded);
    }

    [Fact]
    public void PassesAt_PromptlyWithoutABenchmark_IsNotKnown()
    {
        var deadline = ADeadline.Of("am.decide.5").In("AM-1999").Before("TEC-AM", "Asia/Yerevan").ElectionOn("1999-05-30").From("1999-05-27T10:00+05:00");

        Assert.Null(deadline.PassesAt);
        Assert.Null(deadline.ArguableFrom);
        Assert.False(deadline.IsOpenEnded);
    }
}
