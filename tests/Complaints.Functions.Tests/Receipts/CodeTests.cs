using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Receipt codes: who is given one, how often it is said, and where it is not.</summary>
[Collection(typeof(Still))]
public sealed class CodeTests(StillTracker still)
{
    private readonly Tracker tracker = still.Tracker;

    [Fact]
    public async Task Issue_Anew_ReplacesTheOneBefore()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var follower = new AFollower(tracker);

        var first = await AFollower.CodeAsync(tracker, complaint);
        Assert.Equal(200, await follower.StatusAsync(complaint.Id, first));
        var second = await AFollower.CodeAsync(tracker, complaint);

        Assert.Matches("^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal((404, 200), (await follower.StatusAsync(complaint.Id, first), await follower.StatusAsync(complaint.Id, second)));
        Assert.Equal(1, (await complaint.ReadAsync()).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Issue_Repeated_AnswersTheSameAndTheSameAtOnce()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var other = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var key = ("Idempotency-Key", "one");

        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AFollower.CodeAsync(tracker, complaint, key)));
        var bySpelling = await AFollower.CodeAsync(tracker, new AComplaint(tracker, complaint.Id.ToUpperInvariant()), key);

        Assert.Single(codes.Append(bySpelling).Distinct());
        Assert.NotEqual(codes[0], await AFollower.CodeAsync(tracker, other, key));
    }

    [Fact]
    public async Task Issue_RepeatedAfterANewerOne_IsRefusedAndTheNewerHolds()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        using var follower = new AFollower(tracker);
        await AFollower.CodeAsync(tracker, complaint, ("Idempotency-Key", "first"));
        var second = await AFollower.CodeAsync(tracker, complaint, ("Idempotency-Key", "second"));

        var replayed = await tracker.SendAsync(System.Net.Http.HttpMethod.Post, $"{complaint.Path}/code", null, ("Idempotency-Key", "first"));

        Assert.Equal((409, "code.replaced"), (replayed.Status, replayed.Codes.Single()));
        Assert.Equal(200, await follower.StatusAsync(complaint.Id, second));
        Assert.Equal(second, await AFollower.CodeAsync(tracker, complaint, ("Idempotency-Key", "second")));
    }

    [Fact]
    public async Task Issue_UnderAnothersKey_IsAnotherCode()
    {
        var recorded = await tracker.PostAsync("api/complaints", AComplaint.Body(await tracker.AnElectionAsync()), Sign.As("observer", "code-a"));
        var complaint = new AComplaint(tracker, recorded.Json.GetProperty("id").GetString()!);
        var key = ("Idempotency-Key", "one");

        Assert.NotEqual(
            await AFollower.CodeAsync(tracker, complaint, key, Sign.As("observer", "code-a")), await AFollower.CodeAsync(tracker, complaint, key, Sign.As("coordinator", "code-b")));
    }

    [Fact]
    public async Task Issue_ForAnErasedComplaint_IsRefused()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        var erased = await tracker.PostAsync($"{complaint.Path}/erase", new { reason = "safety" });
        Assert.True(erased.Status == 200, erased.Text);

        var issued = await tracker.SendAsync(System.Net.Http.HttpMethod.Post, $"{complaint.Path}/code", null);

        Assert.Equal((410, "record.erased"), (issued.Status, issued.Codes.Single()));
    }

    [Fact]
    public async Task Issue_ByForm_ShowsReferenceCodeAndReceipt()
    {
        using var browser = new Browser(tracker);
        var id = AForm.IdOf(await AForm.RecordedAsync(browser, await tracker.AnElectionAsync()));
        using var follower = new AFollower(tracker);

        var asked = await browser.OpenAsync($"/complaints/{id}/code");
        var sent = await browser.SendAsync(asked);
        var again = await browser.SendAsync(asked);

        Assert.Equal((200, 200), (sent.Status, again.Status));
        Assert.Contains(id.ToUpperInvariant(), sent.Text, StringComparison.Ordinal);
        Assert.Contains("\"signature\":", sent.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", sent.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(AForm.CodeIn(sent), AForm.CodeIn(again));
        Assert.Equal(200, await follower.StatusAsync(id, AForm.CodeIn(sent)!));
        Assert.Null(AForm.CodeIn(await browser.OpenAsync($"/complaints/{id}")));
    }

    // The form of a new complaint is loaded again after a newer code was issued: nothing is filed, and no code is said.
    [Fact]
    public async Task Record_SentAgainAfterANewerCode_LeadsToTheComplaint()
    {
        using var browser = new Browser(tracker);
        var election = await tracker.AnElectionAsync();
        var form = await AForm.CheckAsync(browser, election);
        var first = await browser.SendAsync(form);
        await AFollower.CodeAsync(tracker, new AComplaint(tracker, AForm.IdIn(first)));

        var again = await browser.SendAsync(form);

        Assert.Equal((303, $"/complaints/{AForm.IdIn(first)}"), (again.Status, again.Location));
    }

    [Fact]
    public async Task Code_IsFoundInNoTableAndNoLog()
    {
        var complaint = await AComplaint.RecordedAsync(tracker, await tracker.AnElectionAsync());
        const string key = "canary-key-of-a-code";
        using var follower = new AFollower(tracker, "127.77.66.55");
        var code = await AFollower.CodeAsync(tracker, complaint, ("Idempotency-Key", key));
        Assert.Equal(404, await follower.StatusAsync(complaint.Id, AFollower.Wrong));
        Assert.Equal(200, await follower.StatusAsync(complaint.Id, code));
        string[] secrets = [code, code.Replace("-", "", StringComparison.Ordinal), key, "127.77.66.55"];

        var texts = await RowsAsync("codes", "docket", "vault", "elections").ToListAsync(TestContext.Current.CancellationToken);
        texts.AddRange(tracker.Process.Lines.All);

        Assert.Contains(texts, text => text.Contains(complaint.Id, StringComparison.Ordinal)); // the search finds what is there
        Assert.Contains(texts, text => text.Contains("220000", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
    }

    private async IAsyncEnumerable<string> RowsAsync(params string[] tables)
    {
        foreach (var table in tables)
        {
            await foreach (var row in new TableClient(tracker.Storage, table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken))
            {
                yield return string.Join('\n', row.Select(each => $"{each.Key}={(each.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : JsonSerializer.Serialize(each.Value))}"));
            }
        }
    }
}
