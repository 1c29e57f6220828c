using System.Globalization;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Docket;

/// <summary>Many at once: one request sent often is done once, and of different ones none is lost.</summary>
public sealed class RaceTests(Tracker tracker)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Record_OneRequestEightTimesAtOnce_IsOneComplaintAndOneAnswer()
    {
        var election = await tracker.AnElectionAsync();
        var body = AComplaint.Body(election);

        var answers = await AtOnceAsync(8, _ => tracker.PostAsync("api/complaints", body, ("Idempotency-Key", "one")));

        Assert.All(answers, each => Assert.True(each.Status == 201, each.Text));
        Assert.Single(answers.Select(each => (each.Location, each.ETag, each.Json.GetProperty("id").GetString())).Distinct());
        Assert.Single(await RegisterAsync(election));
    }

    [Fact]
    public async Task Record_OneKeyWithTwoBodiesAtOnce_IsOneComplaintAndARefusalOfTheOther()
    {
        var election = await tracker.AnElectionAsync();
        var bodies = new[] { AComplaint.Body(election), AComplaint.Body(election, narrative: "Another story altogether.") };

        var answers = await AtOnceAsync(8, number => tracker.PostAsync("api/complaints", bodies[number % 2], ("Idempotency-Key", "one")));

        Assert.All(answers, each => Assert.True(each.Status is 201 or 409, each.Text));
        Assert.Single(answers.Where(each => each.Status == 201).Select(each => each.Location).Distinct());
        Assert.Equal(4, answers.Count(each => each.Status == 409 && each.Codes.Single() == "request.key-used"));
        Assert.Single(await RegisterAsync(election));
    }

    [Fact]
    public async Task Record_ReferenceIsAnothersComplaint_DrawsAgainAndLeavesThatOneAlone()
    {
        var election = await tracker.AnElectionAsync();
        var account = new StorageAccount(tracker.Storage);
        var first = await tracker.PostAsync("api/complaints", AComplaint.Body(election), ("Idempotency-Key", "one"));
        var id = first.Json.GetProperty("id").GetString()!;
        var sealedBefore = await SealedAsync(account, id);

        // Without its past answer the same key draws the same reference once more, as two complaints by chance may.
        await ForgetAnswersAsync(account, election, id);
        var second = await tracker.PostAsync("api/complaints", AComplaint.Body(election, narrative: "Another story."), ("Idempotency-Key", "one"));

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.NotEqual(id, second.Json.GetProperty("id").GetString());
        Assert.Equal(sealedBefore, await SealedAsync(account, id));
        Assert.Equal(2, (await RegisterAsync(election)).Count);
    }

    [Fact]
    public async Task Take_OneRequestEightTimesAtOnce_IsOneEventAndOneAnswer()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var body = new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" };

        var answers = await AtOnceAsync(8, _ => tracker.PostAsync($"{complaint.Path}/steps", body, ("Idempotency-Key", "one")));

        Assert.All(answers, each => Assert.True(each.Status == 200, each.Text));
        Assert.Equal(["\"2\""], answers.Select(each => each.ETag).Distinct());
        Assert.Equal(["Recorded", "Lodge"], await complaint.HistoryAsync());
    }

    [Fact]
    public async Task Take_SixteenClientsAtTheVersionTheyRead_OneSucceedsAndTheOthersAreTold()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var body = new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" };

        var answers = await AtOnceAsync(16, _ => tracker.PostAsync($"{complaint.Path}/steps", body, ("If-Match", "\"1\"")));

        Assert.Single(answers, each => each.Status == 200);
        Assert.All(answers.Where(each => each.Status != 200), each => Assert.Contains(
            (each.Status, each.Codes.Single()),
            new (int, string?)[] { (409, "record.changed-meanwhile"), (412, "record.version-stale") }));
        Assert.Equal(["Recorded", "Lodge"], await complaint.HistoryAsync());
    }

    [Fact]
    public async Task Note_SixteenClientsAtOnce_EachIsKeptOrTold()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());

        var answers = await AtOnceAsync(16, number => tracker.PostAsync(
            $"{complaint.Path}/facts", new { fact = "publication", at = "2020-12-14T10:00:00+06:00", source = number.ToString(CultureInfo.InvariantCulture) }));

        Assert.All(answers, each => Assert.True(each.Status is 200 or 409, each.Text));
        var kept = answers.Where(each => each.Status == 200).ToArray();
        Assert.Equal(kept.Length, kept.Select(each => each.ETag).Distinct().Count());
        Assert.Equal(1 + kept.Length, (await complaint.HistoryAsync()).Count);
    }

    private static Task<Answer[]> AtOnceAsync(int times, Func<int, Task<Answer>> call) => Task.WhenAll(Enumerable.Range(0, times).Select(call));

    private static async Task<IReadOnlyList<string>> SealedAsync(StorageAccount account, string id) =>
        await account.Vault.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: Stop)
            .Select(row => $"{row.RowKey} {row.ETag}").ToListAsync(Stop);

    private static async Task ForgetAnswersAsync(StorageAccount account, Election election, string id)
    {
        Assert.True(Reference.Parse(id).IsAllowed(out var reference));
        var partition = $"{election.Id}~{reference.Shard}";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"k:"} and RowKey lt {"k;"}");

        await foreach (var row in account.Docket.QueryAsync<TableEntity>(filter, cancellationToken: Stop))
        {
            await account.Docket.DeleteEntityAsync(row, cancellationToken: Stop);
        }
    }

    private async Task<IReadOnlyList<string?>> RegisterAsync(Election election)
    {
        var list = await tracker.GetAsync($"api/complaints?election={election.Id}");
        return [.. list.Json.GetProperty("complaints").EnumerateArray().Select(each => each.GetProperty("id").GetString())];
    }
}
