using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Docket;

/// <summary>A register is taken over row by row, each row whole or not at all, and never twice.</summary>
public sealed class ImportTests(Tracker tracker)
{
    [Fact]
    public async Task Import_SampleTwice_TakesEveryRowOnce()
    {
        var election = await tracker.AnElectionAsync();

        Assert.Equal((151, 0), (await tracker.ImportAsync(election, ARegister.Sample)).Counts());
        Assert.Equal((0, 151), (await tracker.ImportAsync(election, ARegister.Sample)).Counts());
        Assert.Equal(151, await CountAsync(election));
    }

    [Fact]
    public async Task Import_SampleFourTimesAtOnce_TakesEveryRowOnce()
    {
        var election = await tracker.AnElectionAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => tracker.ImportAsync(election, ARegister.Sample)));

        Assert.All(answers, answer => Assert.Empty(answer.Rejected()));
        Assert.Equal((151, 3 * 151), (answers.Sum(each => each.Counts().Imported), answers.Sum(each => each.Counts().Repeated)));
        Assert.Equal(151, await CountAsync(election));
    }

    [Fact]
    public async Task Import_DryRun_SavesNothing()
    {
        var election = await tracker.AnElectionAsync();

        Assert.Equal((1, 0), (await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1")), dryRun: true)).Counts());
        Assert.Equal(0, await CountAsync(election));
        Assert.Equal((1, 0), (await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1")))).Counts());
        Assert.Equal((0, 1), (await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1")), dryRun: true)).Counts());
    }

    [Fact]
    public async Task Import_Row_IsRecordedLodgedAndDecidedWithoutAlerts()
    {
        var complaint = await OneAsync(ARegister.Row("A-1"));
        var json = await complaint.ReadAsync();
        var proceeding = Assert.Single(json.GetProperty("proceedings").EnumerateArray());

        Assert.Equal(["Recorded", "Lodge", "Decide"], await complaint.HistoryAsync());
        Assert.Equal("SupremeCourt/Decided", json.Position());
        Assert.Equal("Late", proceeding.GetProperty("timeliness").GetString());
        Assert.Equal("dismissed_formal", proceeding.GetProperty("decision").GetProperty("outcome").GetString());
        Assert.Equal("2020-12-04T06:00:00Z", json.GetProperty("occurredAt").GetString()); // noon of the day, where the forum sits
    }

    [Fact]
    public async Task Import_PendingApplication_IsLodgedWithoutAnybodyChallenged()
    {
        var complaint = await OneAsync(ARegister.Row(
            "A-1", ("matter", "application"), ("forum", "CEC"), ("challenged_actor", ""), ("challenged_act_id", ""), ("challenged_act_date", ""),
            ("subject", "application.other"), ("outcome", "pending"), ("ground", ""), ("decided_utc", ""), ("rectification_offered", ""), ("remedy", "")));

        Assert.Equal(["Recorded", "Lodge"], await complaint.HistoryAsync());
        Assert.Equal("HigherCommission/Lodged", (await complaint.ReadAsync()).Position());
    }

    [Fact]
    public async Task Import_FieldOverTwoLines_IsOneRow()
    {
        var election = await tracker.AnElectionAsync();
        var csv = ARegister.Of(ARegister.Row("A-1", ("synthetic_facts", "\"dates,\nand \"\"types\"\"\"")), ARegister.Row("A-2"));

        Assert.Equal((2, 0), (await tracker.ImportAsync(election, csv)).Counts());
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public async Task Import_MarkOrLineEndOfASpreadsheet_IsRead(string mark, string lineEnd)
    {
        var election = await tracker.AnElectionAsync();
        var csv = mark + ARegister.Of(ARegister.Row("A-1"), ARegister.Row("A-2")).Replace("\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal((2, 0), (await tracker.ImportAsync(election, csv)).Counts());
    }

    [Fact]
    public async Task Import_RowThatSaysSomethingElseNow_IsRejectedAndNothingChanges()
    {
        var election = await tracker.AnElectionAsync();
        await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1")));

        var again = await tracker.ImportAsync(election, ARegister.Of(ARegister.Row("A-1", ("ground", "moot")), ARegister.Row("A-2")));

        Assert.Equal((1, 0), again.Counts());
        Assert.Equal([(2, "import.differs", null)], again.Rejected());
    }

    [Fact]
    public async Task Import_RowWhoseComplaintHasGoneOn_IsARepeat()
    {
        var election = await tracker.AnElectionAsync();
        var row = ARegister.Row("A-1", ("forum", "TEC"), ("outcome", "pending"), ("ground", ""), ("decided_utc", ""));
        var complaint = await OneAsync(row, election);
        await complaint.TakeAsync(new { step = "Register", at = "2020-12-18T10:00:00+06:00", registrationNumber = "17" });

        Assert.Equal((0, 1), (await tracker.ImportAsync(election, ARegister.Of(row))).Counts());
    }

    private async Task<AComplaint> OneAsync(string row, Election? election = null)
    {
        election ??= await tracker.AnElectionAsync();
        var imported = await tracker.ImportAsync(election, ARegister.Of(row));
        Assert.True(imported.Counts() == (1, 0), imported.Text);
        return new AComplaint(tracker, Assert.Single(await IdsAsync(election)));
    }

    private async Task<int> CountAsync(Election election)
    {
        var all = 0;

        for (string? after = ""; after is not null;)
        {
            var page = (await tracker.GetAsync($"api/complaints?election={election.Id}{(after.Length > 0 ? $"&after={after}" : "")}")).Json;
            all += page.GetProperty("complaints").GetArrayLength();
            after = page.GetProperty("next").GetString();
        }

        return all;
    }

    private async Task<IReadOnlyList<string>> IdsAsync(Election election) =>
    [
        .. (await tracker.GetAsync($"api/complaints?election={election.Id}")).Json.GetProperty("complaints").EnumerateArray()
            .Select(each => each.GetProperty("id").GetString()!),
    ];
}
