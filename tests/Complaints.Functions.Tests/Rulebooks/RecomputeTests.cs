using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;

namespace Complaints.Functions.Tests.Rulebooks;

/// <summary>A new version of the law over a whole election: reported, applied, and applied again.</summary>
public sealed class RecomputeTests(Tracker tracker) : IClassFixture<Tracker>
{
    // Received on Monday 14 December, five days: Saturday the 19th; the reading that rolls ends on Monday the 21st, the day of mourning.
    private const string Rolls = "2020-12-14T10:00:00+06:00";

    // Received on the 10th: Tuesday the 15th at the latest.
    private const string DoesNotRoll = "2020-12-10T11:00:00+06:00";

    [Fact]
    public async Task Recompute_OnlyReported_TellsWhichMoveAndChangesNothing()
    {
        var (law, election, moving, still) = await AnElectionAsync();
        var before = await RowsAsync(election);
        var report = await RecomputeAsync(election, new { rulebook = law.Second });

        Assert.Equal((1, 1, false), (Number(report, "moved"), Number(report, "unchanged"), report.GetProperty("applied").GetBoolean()));
        var move = Assert.Single(report.GetProperty("moves").EnumerateArray());
        Assert.Equal((moving.Id, law.First), (move.GetProperty("id").GetString(), move.GetProperty("from").GetString()));
        var deadline = move.GetProperty("changes").EnumerateArray().First(each => each.GetProperty("what").GetString() == "deadline" && each.GetProperty("kind").GetString() == "decide");
        Assert.Equal(("2020-12-21T18:00:00Z", "2020-12-22T18:00:00Z"), (Latest(deadline, "before"), Latest(deadline, "after")));
        Assert.Equal(["calendar.2020-12-21"], deadline.GetProperty("why").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(before, await RowsAsync(election));
        Assert.NotEqual(still.Id, moving.Id);
    }

    [Fact]
    public async Task Recompute_Applied_WritesAnEventForEachThatMovesAndTouchesNoOther()
    {
        var (law, election, moving, still) = await AnElectionAsync();
        var before = await RowsAsync(election, still.Id);
        var old = await RowsAsync(election, $"h:{moving.Id}");

        var applied = await RecomputeAsync(election, new { rulebook = law.Second, apply = true, why = "day of mourning of 21 December" });

        Assert.Equal((1, 1), (Number(applied, "moved"), Number(applied, "unchanged")));
        Assert.Equal(["Recorded", "Lodge", "LimitPassed", "Repinned", "Retracted", "LimitPassed"], await moving.HistoryAsync());
        Assert.Equal(old, (await RowsAsync(election, $"h:{moving.Id}"))[..old.Length]);
        var read = await moving.ReadAsync();
        Assert.Equal((law.Second, "Commission/Unanswered"), (read.GetProperty("rulebook").GetString(), read.Position()));
        Assert.Equal("2020-12-22T18:00:00Z", read.Deadline(1, "decide").GetProperty("latestUtc").GetString());
        Assert.Equal(before, await RowsAsync(election, still.Id));
        Assert.Equal(law.First, (await still.ReadAsync()).GetProperty("rulebook").GetString());
    }

    [Fact]
    public async Task Recompute_AppliedTwice_ChangesNothingMore()
    {
        var (law, election, _, _) = await AnElectionAsync();
        await RecomputeAsync(election, new { rulebook = law.Second, apply = true });
        var before = await RowsAsync(election);
        var again = await RecomputeAsync(election, new { rulebook = law.Second, apply = true });
        Assert.Equal((0, 2), (Number(again, "moved"), Number(again, "unchanged")));
        Assert.Equal(before, await RowsAsync(election));
    }

    [Fact]
    public async Task Recompute_AppliedTwiceAtOnce_PinsEachOnce()
    {
        var (law, election, moving, _) = await AnElectionAsync();
        var body = new { rulebook = law.Second, apply = true };
        var both = await Task.WhenAll(RecomputeAsync(election, body), RecomputeAsync(election, body));
        Assert.Equal(1, (await moving.HistoryAsync()).Count(each => each == "Repinned"));
        Assert.All(both, each => Assert.Equal(2, Number(each, "moved") + Number(each, "unchanged") + each.GetProperty("lost").GetArrayLength()));
        Assert.Equal(1, both.Sum(each => Number(each, "moved")));
    }

    [Fact]
    public async Task Recompute_AfterALaterStep_TakesUpWhatMovesNow()
    {
        var (law, election, _, still) = await AnElectionAsync();
        await RecomputeAsync(election, new { rulebook = law.Second, apply = true });
        await still.TakeAsync(new { step = "Decide", at = "2020-12-14T16:00:00+06:00", outcome = "dismissed_merits" });
        Assert.Equal(law.First, (await still.ReadAsync()).GetProperty("rulebook").GetString());
        await still.TakeAsync(new { step = "Appeal", at = "2020-12-17T16:00:00+06:00", by = "complainant", forum = "CEC" });

        var again = await RecomputeAsync(election, new { rulebook = law.Second, apply = true });
        Assert.Equal(1, Number(again, "moved"));
        Assert.Equal(law.Second, (await still.ReadAsync()).GetProperty("rulebook").GetString());
    }

    [Fact]
    public async Task Recompute_WithForNew_JudgesNewComplaintsByIt()
    {
        var (law, election, _, _) = await AnElectionAsync();
        Assert.Equal(law.First, (await (await AComplaint.RecordedAsync(tracker, election)).ReadAsync()).GetProperty("rulebook").GetString());
        await RecomputeAsync(election, new { rulebook = law.Second, apply = true, forNew = true });
        Assert.Equal(law.Second, (await (await AComplaint.RecordedAsync(tracker, election)).ReadAsync()).GetProperty("rulebook").GetString());
    }

    [Fact]
    public async Task Publish_NewVersion_ChangesNoElectionByItself()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var election = await tracker.AnElectionAsync(law.Id);
        await law.PublishDayOffAsync();
        Assert.Equal(law.First, (await (await AComplaint.RecordedAsync(tracker, election)).ReadAsync()).GetProperty("rulebook").GetString());
    }

    [Fact]
    public async Task Recompute_FromAnotherRulebook_TakesOnlyThoseThatAreNamed()
    {
        var law = await ALaw.PublishedAsync(tracker);
        await law.PublishDayOffAsync();
        var election = await tracker.AnElectionAsync();
        await LodgedAsync(election, Rolls);
        Assert.Equal(1, Number(await RecomputeAsync(election, new { rulebook = law.Second }), "underOtherLaw"));
        Assert.Equal(1, Number(await RecomputeAsync(election, new { rulebook = law.Second, from = "KZ-2020" }), "moved"));
    }

    [Fact]
    public async Task Recompute_HistoryNotPossibleUnderIt_IsToldAndLeft()
    {
        var (law, election, moving, _) = await AnElectionAsync();
        await moving.TakeAsync(new { step = "EscalateSilence", at = "2020-12-23T10:00:00+06:00", forum = "CEC" });
        var long30 = await tracker.PostAsync("api/rulebooks", law.Document(3, law.Second, new { limits = new Dictionary<string, object> { ["kz.commission.decide.5"] = new Dictionary<string, int> { ["length.value"] = 30 } } }));
        Assert.Equal(201, long30.Status);
        var report = await RecomputeAsync(election, new { rulebook = $"{law.Id}@3", apply = true });
        var refused = Assert.Single(report.GetProperty("refused").EnumerateArray(), each => each.GetProperty("id").GetString() == moving.Id);
        Assert.Equal("repin.contradicts", refused.GetProperty("refusals")[0].GetProperty("code").GetString());
        Assert.DoesNotContain("Repinned", await moving.HistoryAsync());
    }

    [Fact]
    public async Task TakeStep_RepeatedAfterTheRepin_AnswersAsThen()
    {
        var (law, election, moving, _) = await AnElectionAsync();
        var step = new { step = "Decide", at = "2020-12-18T16:00:00+06:00", outcome = "dismissed_merits" };
        var first = await tracker.PostAsync($"{moving.Path}/steps", step, ("Idempotency-Key", "k-1"));
        Assert.True(first.Status == 200, first.Text);
        var long15 = await tracker.PostAsync("api/rulebooks", law.Document(3, law.Second, new { limits = new Dictionary<string, object> { ["kz.file.10"] = new Dictionary<string, int> { ["length.value"] = 15 }, ["kz.file.appeal.10"] = new Dictionary<string, int> { ["length.value"] = 15 } } }));
        Assert.Equal(201, long15.Status);
        Assert.Equal(1, Number(await RecomputeAsync(election, new { rulebook = $"{law.Id}@3", apply = true }), "moved"));

        var again = await tracker.PostAsync($"{moving.Path}/steps", step, ("Idempotency-Key", "k-1"));
        Assert.Equal((200, first.ETag, law.First), (again.Status, again.ETag, again.Json.GetProperty("rulebook").GetString()));
    }

    [Theory]
    [InlineData("""{ "apply": true }""", 400, "field.missing")]
    [InlineData("""{ "rulebook": "KZ-2020" }""", 400, "field.not-a-version")]
    [InlineData("""{ "rulebook": "KZ-2020@1", "forNew": true }""", 400, "field.needs-apply")]
    [InlineData("""{ "rulebook": "KZ-2020@999" }""", 422, "rulebook.unknown")]
    [InlineData("""{ "rulebook": "MD-2019@1" }""", 422, "recompute.other-jurisdiction")]
    public async Task Recompute_NotAsItShouldBe_SaysWhy(string body, int status, string code)
    {
        var election = await tracker.AnElectionAsync();
        var answer = await tracker.PostAsync($"api/elections/{election.Id}/recompute", body);
        Assert.Equal((status, code), (answer.Status, answer.Codes.First()));
    }

    [Fact]
    public async Task Recompute_NoSuchElection_Is404() =>
        Assert.Equal(404, (await tracker.PostAsync("api/elections/nowhere/recompute", new { rulebook = "KZ-2020@1" })).Status);

    [Theory]
    [InlineData("observer")]
    [InlineData("analyst")]
    public async Task Recompute_WhoIsNotInCharge_Is403(string role) =>
        Assert.Equal(403, (await tracker.PostAsync("api/elections/x/recompute", "{}", Sign.As(role))).Status);

    [Fact]
    public async Task WhatIf_AnotherLaw_ShowsItsDatesAndSavesNothing()
    {
        var (law, election, moving, _) = await AnElectionAsync();
        var before = await RowsAsync(election);
        var answer = await tracker.GetAsync($"{moving.Path}/what-if?rulebook={law.Id}");
        Assert.True(answer.Status == 200, answer.Text);
        Assert.Equal((law.First, law.Second), (answer.Json.GetProperty("rulebook").GetString(), answer.Json.GetProperty("under").GetString()));
        Assert.Equal("2020-12-22T18:00:00Z", answer.Json.Deadline(1, "decide").GetProperty("latestUtc").GetString());
        Assert.NotEmpty(answer.Json.GetProperty("changes").EnumerateArray());
        Assert.Equal(before, await RowsAsync(election));
    }

    [Theory]
    [InlineData("", 400, "field.missing")]
    [InlineData("?rulebook=XX-9", 422, "rulebook.unknown")]
    [InlineData("?rulebook=XX-9@1", 422, "rulebook.unknown")]
    [InlineData("?rulebook=a%2Fb@1", 422, "rulebook.unknown")]
    [InlineData("?rulebook=MD-2019", 422, "repin.forum-gone")]
    public async Task WhatIf_NotAsItShouldBe_SaysWhy(string query, int status, string code)
    {
        var complaint = await LodgedAsync(await tracker.AnElectionAsync(), Rolls);
        var answer = await tracker.GetAsync($"{complaint.Path}/what-if{query}");
        Assert.Equal((status, code), (answer.Status, answer.Codes.First()));
    }

    /// <summary>An election under a law whose second version has another day off; one of its complaints meets that day. Their time has passed.</summary>
    private async Task<(ALaw Law, Election Election, AComplaint Moving, AComplaint Still)> AnElectionAsync()
    {
        var law = await ALaw.PublishedAsync(tracker);
        var election = await tracker.AnElectionAsync(law.First);
        Assert.Equal(201, (await law.PublishDayOffAsync()).Status);
        var (moving, still) = (await LodgedAsync(election, Rolls), await LodgedAsync(election, DoesNotRoll));

        await Tracker.UntilAsync(async () =>
        {
            await tracker.SweepAsync();
            return (await moving.ReadAsync()).Position() == "Commission/Unanswered" && (await still.ReadAsync()).Position() == "Commission/Unanswered";
        });

        return (law, election, moving, still);
    }

    private async Task<AComplaint> LodgedAsync(Election election, string received)
    {
        var complaint = await AComplaint.RecordedAsync(tracker, election);
        await complaint.LodgeAsync(received);
        return complaint;
    }

    private async Task<JsonElement> RecomputeAsync(Election election, object body)
    {
        var answer = await tracker.PostAsync($"api/elections/{election.Id}/recompute", body);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    /// <summary>Every row of an election that belongs to complaints, as it lies in the table: key, version and all its bytes.</summary>
    private async Task<string[]> RowsAsync(Election election, string within = "")
    {
        var table = new TableClient(tracker.Storage, "docket");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {election.Id + "~"} and PartitionKey lt {election.Id + "~g"}");
        var rows = await table.QueryAsync<TableEntity>(filter, cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return
        [
            .. rows.Where(row => row.RowKey[0] is 'c' or 'h' or 'w' && row.RowKey.Contains(within, StringComparison.Ordinal))
                .Select(row => $"{row.RowKey} {row.ETag} {string.Join(' ', row.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Value is byte[] bytes ? Convert.ToBase64String(bytes) : each.Value))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private static string? Latest(JsonElement change, string when) => change.GetProperty(when).GetProperty("latestUtc").GetString();
}
