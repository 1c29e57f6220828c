using Complaints.Domain.Deadlines;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>Note 53 and art. 20: a commission waits for the court, and goes on with the days it has left .</summary>
public sealed class SuspensionTests
{
    // Resumed on 20 January, so no window matters by itself; but if day one is the day of receipt the limit was over before the court was
    // seized, the window asks about the receipt on 5 January after all, and its strict edge decides.
    [Fact]
    public void Count_ReadingThatOutlivesTheSuspension_BringsTheWindowBack()
    {
        var deadline = ADeadline.Of("kz.commission.decide.5").Suspended("2021-01-10T10:00+06:00", "2021-01-20T10:00+06:00").From("2021-01-05T10:00+06:00");

        Assert.Equal("no effect", deadline.Under("AMB-06"));
        Assert.Equal("Immediate", deadline.Under("AMB-02"));
        Assert.Equal("2021-01-09T23:59", deadline.Under("AMB-02", "AMB-06"));
    }

    private static ADeadline Decide => ADeadline.Of("kz.commission.decide.5");

    [Theory]
    [InlineData("2020-12-22T12:00+06:00", "2020-12-28T12:00+06:00", "2020-12-31T23:59")] // 21 and 22 Dec used: three left
    [InlineData("2020-12-20T12:00+06:00", "2020-12-28T12:00+06:00", "2021-01-02T23:59")] // on the day of receipt nothing is used
    [InlineData("2020-12-25T23:59+06:00", "2020-12-28T12:00+06:00", "2020-12-28T23:59")] // on the last day all is used: the day of resumption
    [InlineData("2020-12-26T00:00+06:00", "2020-12-28T12:00+06:00", "2020-12-25T23:59")] // begun after the last day: no effect
    [InlineData("2020-12-18T12:00+06:00", "2020-12-22T12:00+06:00", "2020-12-27T23:59")] // court seized before the commission
    [InlineData("2020-12-18T12:00+06:00", "2020-12-19T12:00+06:00", "2020-12-25T23:59")] // over before the commission received it
    public void Count_Resumed_RunsTheUnusedDays(string from, string until, string last) =>
        Assert.Equal(last, Decide.Suspended(from, until).From("2020-12-20T10:00+06:00").Primary());

    [Fact]
    public void Count_Resumed_ShowsWhatElseIsArguable()
    {
        var deadline = Decide.Suspended("2020-12-22T12:00+06:00", "2020-12-28T12:00+06:00").From("2020-12-20T10:00+06:00");

        Assert.Equal("2021-01-02T23:59 | 2020-12-25T23:59 | no effect", deadline.Under("AMB-09"));
        Assert.Equal("2020-12-30T23:59", deadline.Under("AMB-02")); // three days used, two left: the day after resumption does not move
        Assert.Equal("2020-12-24T23:59", deadline.Under("AMB-02", "AMB-09"));
        Assert.Equal("2021-01-05T23:59", deadline.Under("AMB-03", "AMB-09"));
    }

    [Fact]
    public void Count_NotResumed_IsPausedUnlessTheClockNeverStopped()
    {
        var deadline = Decide.Suspended("2020-12-22T12:00+06:00", null).From("2020-12-20T10:00+06:00");

        Assert.Equal(Mode.Paused, deadline.Mode);
        Assert.Equal("2020-12-25T23:59 | no effect", deadline.Under("AMB-09"));
        Assert.Equal(ADeadline.Moment("2020-12-25T00:00+06:00"), deadline.Earliest); // never stopped, and day one the day of receipt
        Assert.Null(deadline.Latest);
        Assert.Null(deadline.Judge(ADeadline.Moment("2021-06-01T00:00+06:00")));
    }

    [Fact]
    public void Count_ResumedInsideTheWindow_IsImmediateFromTheResumption()
    {
        var deadline = Decide.Suspended("2021-01-03T12:00+06:00", "2021-01-06T09:00+06:00").From("2021-01-02T10:00+06:00");

        Assert.Equal(Mode.Immediate, deadline.Mode);
        Assert.Equal("2021-01-06T23:59:59+06:00", deadline.Benchmark!.LastMomentLocal);
        Assert.Equal("2021-01-07T23:59 | 2021-01-10T23:59 | no effect", deadline.Under("AMB-09")); // receipt tested; unused days outside the window
    }

    [Fact]
    public void Count_ReceivedInsideTheWindowAndResumedAfterIt_HasTheUnusedDays() => Assert.Equal(
        "2021-01-16T23:59", Decide.Suspended("2021-01-08T12:00+06:00", "2021-01-13T09:00+06:00").From("2021-01-06T10:00+06:00").Primary());

    [Fact]
    public void Count_LimitThatCannotPause_RunsOn()
    {
        var deadline = ADeadline.Of("kz.court.decide.5").Before("SC")
            .Suspended("2020-12-13T12:00+06:00", null).From("2020-12-11T17:00+06:00");

        Assert.Equal("2020-12-16T23:59", deadline.Primary());
    }

    [Fact]
    public void Count_SuspensionBackwards_IsRefused() => Assert.Equal(
        "suspension.ends-before-it-begins",
        Decide.Suspended("2020-12-22T12:00+06:00", "2020-12-21T12:00+06:00").Ask("2020-12-20T10:00+06:00").Refusals.Single().Code);
}
