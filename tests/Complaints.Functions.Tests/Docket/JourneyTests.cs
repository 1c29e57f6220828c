namespace Complaints.Functions.Tests.Docket;

/// <summary>The way from filing to cassation, over HTTP, on real tables.</summary>
public sealed class JourneyTests(Tracker tracker) : IClassFixture<Tracker>
{
    [Fact]
    public async Task Journey_ComplaintAgainstAPrecinct_GoesFromFilingToCassationUntilFinal()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        Assert.Equal("Filing/Draft", (await complaint.ReadAsync()).Position());

        var lodged = await complaint.LodgeAsync();
        Assert.Equal("Commission/Lodged", lodged.Position());
        Assert.Equal("Timely", lodged.GetProperty("timeliness").GetString());
        Assert.Equal("kz.commission.decide.5", lodged.Deadline(1, "decide").GetProperty("limit").GetString());
        Assert.Equal("2020-12-19T18:00:00Z", lodged.Deadline(1, "decide").GetProperty("dueExclusiveUtc").GetString());
        Assert.Equal("2020-12-18T18:00:00Z", lodged.Deadline(1, "decide").GetProperty("earliestUtc").GetString());
        Assert.Equal("2020-12-21T18:00:00Z", lodged.Deadline(1, "decide").GetProperty("latestUtc").GetString());

        await complaint.TakeAsync(new { step = "Register", at = "2020-12-14T11:00:00+06:00", registrationNumber = "17" });
        await complaint.TakeAsync(new { step = "Admit", at = "2020-12-15T09:00:00+06:00" });
        var decided = await complaint.TakeAsync(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits", servedAt = "2020-12-18T09:00:00+06:00" });
        Assert.Equal("Commission/Decided", decided.Position());
        Assert.Contains("Appeal", decided.PermittedSteps());

        var appealed = await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-21T15:00:00+06:00", by = "complainant", forum = "CEC" });
        Assert.Equal("HigherCommission/Lodged", appealed.Position());
        Assert.Equal("kz.commission.appeal.3", appealed.Deadline(2, "decide").GetProperty("limit").GetString());
        Assert.Equal("2020-12-24T18:00:00Z", appealed.Deadline(2, "decide").GetProperty("dueExclusiveUtc").GetString());

        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-23T12:00:00+06:00", outcome = "dismissed_merits" });
        var court = await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-24T12:00:00+06:00", by = "complainant", forum = "SC" });
        Assert.Equal("SupremeCourt/Lodged", court.Position());
        Assert.Equal("kz.court.decide.5", court.Deadline(3, "decide").GetProperty("limit").GetString());

        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-28T12:00:00+06:00", outcome = "dismissed_formal", grounds = new[] { "defective_form" }, rectificationOffered = false });
        var cassation = await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-30T12:00:00+06:00", by = "complainant", forum = "SC-CASS" });
        Assert.Equal("Cassation/Lodged", cassation.Position());
        Assert.Equal("unknown", cassation.Deadline(4, "decide").GetProperty("mode").GetString());

        var last = await complaint.TakeAsync(new { step = "Decide", at = "2021-01-20T12:00:00+06:00", outcome = "dismissed_merits" });
        Assert.Equal("Cassation/Final", last.Position());
        Assert.Equal("finality.reached", last.GetProperty("proceedings")[3].GetProperty("finality").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Take_WithThePastSweptBeforeEveryStep_JudgesEachStepByItsOwnDate()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        await tracker.SweepAsync();
        await complaint.LodgeAsync();
        await Tracker.UntilAsync(async () =>
        {
            await tracker.SweepAsync();
            return (await complaint.ReadAsync()).Position() == "Commission/Unanswered";
        });

        var decided = await complaint.TakeAsync(new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" });
        Assert.Equal("Commission/Decided", decided.Position());
        Assert.Equal(["Recorded", "Lodge", "LimitPassed", "Decide", "Retracted"], await complaint.HistoryAsync());

        await tracker.SweepAsync();
        var appealed = await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-21T15:00:00+06:00", by = "complainant", forum = "CEC" });
        Assert.Equal("HigherCommission/Lodged", appealed.Position());
        await tracker.SweepAsync();
        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-23T12:00:00+06:00", outcome = "upheld", remedy = new[] { "observer_admitted" } });
        await tracker.SweepAsync();
        var court = await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-24T12:00:00+06:00", by = "challengedBody", forum = "SC" });
        Assert.Equal("SupremeCourt/Lodged", court.Position());
        await tracker.SweepAsync();
        await complaint.TakeAsync(new { step = "Decide", at = "2020-12-28T12:00:00+06:00", outcome = "dismissed_merits" });
        await tracker.SweepAsync();
        await complaint.TakeAsync(new { step = "Appeal", at = "2020-12-30T12:00:00+06:00", by = "complainant", forum = "SC-CASS" });
        await tracker.SweepAsync();
        var last = await complaint.TakeAsync(new { step = "Decide", at = "2021-01-20T12:00:00+06:00", outcome = "dismissed_merits" });
        Assert.Equal("Cassation/Final", last.Position());
        await tracker.SweepAsync();
        Assert.Equal(["Decide", "BecomeFinal"], (await complaint.HistoryAsync()).TakeLast(2));
    }
}
