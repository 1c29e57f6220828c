using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Tests.Builders;
using static Complaints.Domain.Tests.Builders.Moments;

namespace Complaints.Domain.Tests.Alerts;

/// <summary>What is owed to whom and when: reminders before the earliest reading, and the moment a forum's time has passed.</summary>
public sealed class WatchTests
{
    [Fact]
    public void At_BeforeFiling_RemindsThreeDaysAndOneDayBeforeTheEarliestReading()
    {
        var owed = AComplaint.AgainstResolution().Watch("2020-12-05 09:00", "2020-12-31 00:00").Alerts;
        Assert.Equal(
            [("SC", "2020-12-11 00:00", "2020-12-14 00:00"), ("SC", "2020-12-13 00:00", "2020-12-14 00:00")],
            owed.Select(each => (each.Forum, InAlmaty(each.Moment), InAlmaty(each.DueExclusive))));
        Assert.All(owed, each => Assert.Equal((AlertKind.FilingDueSoon, "kz.file.10"), (each.Kind, each.Limit)));
    }

    [Fact]
    public void At_AskedTwice_SaysTheSame()
    {
        var complaint = AComplaint.AgainstResolution();
        Assert.Equal(
            complaint.Watch("2020-12-05 09:00", "2020-12-31 00:00").Alerts.Select(each => each.Id),
            complaint.Watch("2020-12-05 09:00", "2021-01-31 00:00").Alerts.Select(each => each.Id));
    }

    [Fact]
    public void At_ForumSilent_TellsAtTheMomentAndTakesTheStep()
    {
        var wakeUp = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Watch("2021-01-19 00:00", "2021-01-19 00:05");
        var overdue = Assert.Single(wakeUp.Alerts);
        Assert.Equal((AlertKind.DecisionOverdue, "2021-01-19 00:00"), (overdue.Kind, InAlmaty(overdue.Moment)));
        Assert.Equal(Stage.Unanswered, wakeUp.Change!.Complaint.Current!.Stage);
        Assert.Equal("2021-01-23 00:00", InAlmaty(wakeUp.Next!.Value)); // three days before the time to challenge silence ends, with AMB-02 read the same way in both limits
    }

    [Fact]
    public void At_AfterDowntime_OwesEverythingMissedInOrder()
    {
        var wakeUp = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Watch("2021-01-19 00:00", "2021-03-01 00:00");
        Assert.Equal(AlertKind.DecisionOverdue, wakeUp.Alerts[0].Kind);
        Assert.Equal(4, wakeUp.Alerts.Count(each => each.Kind is AlertKind.FilingDueSoon)); // before CEC and district court, twice each
        Assert.Equal(wakeUp.Alerts.OrderBy(each => each.Moment), wakeUp.Alerts);
        Assert.Null(wakeUp.Next);
    }

    [Fact]
    public void At_FactRecordedAfterTheMoment_OwesNothing()
    {
        var imported = AComplaint.Against("PEC", "action", "2021-01-10 10:00", "2026-05-01 09:00").RecordedAt("2026-05-02 09:00").Lodge("2021-01-12 10:00");
        var wakeUp = imported.Watch("2021-01-01 00:00", "2026-06-01 00:00");
        Assert.Empty(wakeUp.Alerts);
        Assert.NotNull(wakeUp.Change);
        Assert.Null(wakeUp.Next);
    }

    [Fact]
    public void At_OneReminderLiesBeforeTheRecord_OwesTheOther() =>
        Assert.Equal(
            ["2020-12-13 00:00"],
            AComplaint.Against("CEC", "decision", "2020-12-04 12:00", "2020-12-12 09:00")
                .Watch("2020-12-01 00:00", "2020-12-31 00:00").Alerts.Select(each => InAlmaty(each.Moment)));

    // DOMAIN 5: from a complaint upheld the challenged body may appeal; who has won is not told to.
    [Theory]
    [InlineData("upheld", "challengedBody", 0)]
    [InlineData("partly_upheld", "complainant", 4)]
    [InlineData("dismissed_merits", "complainant", 4)]
    public void At_TimeToAppeal_RemindsTheSideThatLost(string outcome, string obligor, int reminders)
    {
        var decided = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00").Decide("2021-01-15 10:00", outcome);
        var appeals = decided.Complaint.Clocks().Where(each => each.Kind is ClockKind.Appeal).ToList();

        Assert.NotEmpty(appeals);
        Assert.All(appeals, each => Assert.Equal(obligor, each.Obligor));
        Assert.Equal(reminders, decided.Watch("2021-01-15 10:00", "2021-03-01 00:00").Alerts.Count(each => each.Kind is AlertKind.FilingDueSoon));
        Assert.Equal(reminders > 0, RegisterEntry.Of(decided.Complaint).DueEarliest is not null);
    }

    [Fact]
    public void IsStillOwed_OnceFiled_IsNot()
    {
        var complaint = AComplaint.AgainstResolution();
        var reminder = complaint.Watch("2020-12-05 09:00", "2020-12-11 00:00").Alerts[0];
        Assert.True(Watch.IsStillOwed(complaint.Complaint, reminder));
        Assert.False(Watch.IsStillOwed(complaint.Lodge("2020-12-11 10:00", "SC").Complaint, reminder));
    }

    [Fact]
    public void IsStillOwed_AfterTheStepWasRetracted_IsNot()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var overdue = Assert.Single(silent.Watch("2021-01-19 00:00", "2021-01-19 00:05").Alerts);
        silent.Tick("2021-01-19 00:05");
        Assert.True(Watch.IsStillOwed(silent.Complaint, overdue));
        silent.RecordedAt("2021-01-20 10:00").Take(ProceduralStep.Suspend, "2021-01-14 10:00");
        Assert.False(Watch.IsStillOwed(silent.Complaint, overdue));
    }

    [Fact]
    public void IsStillOwed_DecidedInTimeButHeardOfLate_IsNot()
    {
        var silent = AComplaint.AgainstPrecinct().Lodge("2021-01-12 10:00");
        var overdue = Assert.Single(silent.Watch("2021-01-19 00:00", "2021-01-19 00:05").Alerts);
        Assert.False(Watch.IsStillOwed(silent.Tick("2021-01-19 00:05").RecordedAt("2021-01-20 10:00").Decide("2021-01-16 10:00").Complaint, overdue));
    }

    [Fact]
    public void Next_GoesFromReminderToLimitToNothing()
    {
        var complaint = AComplaint.AgainstPrecinct();
        Assert.Equal("2021-01-17 00:00", Next(complaint, "2021-01-10 11:00")); // three days before 20 January, the earliest reading
        Assert.Equal("2021-01-19 00:00", Next(complaint, "2021-01-17 00:00"));
        Assert.Null(Next(complaint, "2021-01-19 00:00"));
        complaint.Lodge("2021-01-12 10:00");
        Assert.Equal("2021-01-19 00:00", Next(complaint, "2021-01-12 10:00"));
        Assert.Equal("2021-01-19 00:00", Next(complaint, "2021-02-01 00:00")); // due already: still owed
        complaint.Decide("2021-01-15 10:00");
        Assert.Equal("2021-01-22 00:00", Next(complaint, "2021-01-15 10:00")); // three days before the time to appeal ends by its earliest reading
        complaint.Take(ProceduralStep.Appeal, "2021-01-16 10:00", 1, "CEC").Decide("2021-01-17 10:00", proceeding: 2)
            .Appeal("2021-01-18 10:00", "SC").Decide("2021-01-19 10:00", proceeding: 3).Appeal("2021-01-20 10:00", "SC-CASS");
        Assert.Null(Next(complaint, "2021-01-20 10:00"));
    }

    [Fact]
    public void At_FiledWithTheWrongForum_RemindsOfTheRightOne()
    {
        var misdirected = AComplaint.AgainstResolution().Lodge("2020-12-12 10:00", "DC");
        var reminder = Assert.Single(misdirected.Watch("2020-12-12 10:00", "2020-12-14 00:00").Alerts);
        Assert.Equal(("SC", 1, "2020-12-13 00:00"), (reminder.Forum, reminder.Proceeding, InAlmaty(reminder.Moment)));
        Assert.False(Watch.IsStillOwed(misdirected.Take(ProceduralStep.Relodge, "2020-12-13 09:00", 1, "SC").Complaint, reminder));
    }

    private static string? Next(AComplaint complaint, string after) =>
        Watch.Next(complaint.Complaint, At(after)) is { } next ? InAlmaty(next) : null;
}
