using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using Complaints.Functions.Tests.Pages;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Vault;

/// <summary>
/// What says who somebody is or what they told goes in at every door, and is looked for in all that the tracker writes: its log, its rows, its alerts and exports,
/// and the files of the emulator.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private static readonly string[] Kinds = ["name", "contact", "narrative", "note", "pressure", "file", "content", "key", "principal", "wrong"];

    private readonly Canaries canaries = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("canaries");
    private AzuriteServer? azurite;
    private FaultyProxy? proxy;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private (string Name, string Value) Somebody => (
        "X-MS-CLIENT-PRINCIPAL",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $$"""{ "claims": [ { "typ": "sub", "val": "{{canaries["principal"]}}" }, { "typ": "name", "val": "{{canaries["principal"]}}" }, { "typ": "roles", "val": "coordinator" }, { "typ": "roles", "val": "administrator" } ] }""")));

    private AzuriteServer Azurite => azurite ?? throw new InvalidOperationException("The emulator has not started yet.");

    private FaultyProxy Proxy => proxy ?? throw new InvalidOperationException("The emulator has not started yet.");

    public async ValueTask InitializeAsync()
    {
        azurite = await AzuriteServer.StartAsync(folder.FullName, Stop);
        proxy = await FaultyProxy.StartAsync(new Uri($"http://127.0.0.1:{azurite.TablePort}"), cancellationToken: Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_ThatSaysWhoSomebodyIs_IsFoundNowhere()
    {
        IReadOnlyList<string> log;

        await using (var tracker = await Tracker.StartAsync(Azurite.ConnectionString, Proxy.Through(Azurite.ConnectionString)))
        {
            await tracker.SetClockAsync("2020-12-16T12:00:00+06:00");
            var election = await tracker.AnElectionAsync();
            var (id, erased) = (await RecordAsync(tracker, election), await RecordAsync(tracker, election));
            await FailAsync(tracker, election, id);
            await OpenAsync(tracker, election, id);
            Assert.Equal(200, (await tracker.PostAsync($"api/complaints/{erased}/erase", new { reason = "safety" }, Somebody)).Status);
            await RunTimersAsync(tracker);

            foreach (var (what, text) in await Sealed.AnswersAsync(tracker, election, id, Somebody))
            {
                Assert.True(canaries.FindIn(text, Kinds) is null, $"{what}: {canaries.FindIn(text, Kinds)}");
            }

            await SearchRowsAsync(Kinds);
            log = tracker.Process.Lines.All;
            await tracker.Process.StopAsync(Stop);
        }

        Assert.Contains(log, line => line.Contains("Alert ", StringComparison.Ordinal)); // the search looks where something is
        Assert.Contains(log, line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("Error", StringComparison.Ordinal));
        Assert.All(log, line => Assert.True(canaries.FindIn(line, Kinds) is null, line));
        Assert.Null(await FindInFilesAsync(Kinds));
    }

    // What would be found: the precinct is a text of the register, kept in the record as it was typed.
    [Fact]
    public async Task Search_APrecinctThatHoldsAName_FindsItInRowsAnswersAndFiles()
    {
        await using (var tracker = await Tracker.StartAsync(Azurite.ConnectionString))
        {
            var election = await tracker.AnElectionAsync();
            var body = System.Text.Json.JsonSerializer.SerializeToNode(AComplaint.Body(election))!;
            body["precinct"] = canaries["name"].Split(' ')[0];
            var recorded = await tracker.PostAsync("api/complaints", body.ToJsonString());
            Assert.True(recorded.Status == 201, recorded.Text);

            Assert.NotNull(canaries.FindIn((await tracker.GetAsync(recorded.Location![1..] + "/history")).Text, "name"));
            await Assert.ThrowsAnyAsync<Exception>(() => SearchRowsAsync("name"));
            await tracker.Process.StopAsync(Stop);
        }

        Assert.NotNull(await FindInFilesAsync("name"));
    }

    private static MultipartFormDataContent Upload(string name, byte[] bytes)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "document.txt", FileNameStar = name };
        return new MultipartFormDataContent { file };
    }

    /// <summary>A complaint with a canary in all that is personal, each request under a key that is one as well.</summary>
    private async Task<string> RecordAsync(Tracker tracker, Election election)
    {
        var key = ("Idempotency-Key", canaries["key"].Split(' ')[0] + Guid.NewGuid().ToString("n"));
        var body = System.Text.Json.JsonSerializer.SerializeToNode(AComplaint.Body(election, canaries["narrative"]))!;
        body["identity"]!["name"] = canaries["name"];
        body["identity"]!["contact"] = canaries["contact"];
        var recorded = await tracker.PostAsync("api/complaints", body.ToJsonString(), Somebody, key);
        Assert.True(recorded.Status == 201, recorded.Text);
        var path = recorded.Location![1..];

        foreach (var (fact, note) in new[] { ("hearing", canaries["note"]), ("retaliation", canaries["pressure"]) })
        {
            var noted = await tracker.PostAsync($"{path}/facts", new { fact, at = "2020-12-15T10:00:00+06:00", note }, Somebody, key);
            Assert.True(noted.Status == (fact == "hearing" ? 200 : 409), noted.Text); // the same key for another body
        }

        Assert.Equal(200, (await tracker.PostAsync($"{path}/facts", new { fact = "retaliation", at = "2020-12-15T10:00:00+06:00", note = canaries["pressure"] }, Somebody)).Status);
        var added = await tracker.SendAsync(HttpMethod.Post, $"{path}/documents", Upload($"{canaries["file"]}.txt", Encoding.UTF8.GetBytes(canaries["content"])), Somebody, key);
        Assert.True(added.Status == 201, added.Text);

        using var browser = new Browser(tracker, Somebody);
        var draft = await AForm.BegunAsync(browser, ("identity.name", canaries["name"]), ("identity.contact", canaries["contact"]), ("narrative", canaries["narrative"]));
        var kept = await ADraft.UploadAsync(tracker, browser, draft, $"{canaries["file"]}.txt", Encoding.UTF8.GetBytes(canaries["content"]), Somebody);
        Assert.True(kept.Status == 303, kept.Text);
        await AForm.RecordedAsync(browser, election, [.. AForm.Moment("occurredAt", 10, 12, 2020, "10:30"), ("identity.name", canaries["name"]), ("narrative", canaries["narrative"])]);
        return recorded.Json.GetProperty("id").GetString()!;
    }

    /// <summary>Requests that are refused or break, with canaries in them: what is said of them goes to who sent them alone.</summary>
    private async Task FailAsync(Tracker tracker, Election election, string id)
    {
        var wrong = canaries["wrong"];
        await tracker.PostAsync("api/complaints", $$"""{ "election": "{{election.Id}}", "narrative": 5, "subject": "{{wrong}}", "{{wrong}}": "{{canaries["name"]}}" }""", Somebody);
        await tracker.PostAsync("api/complaints", $"{{ \"narrative\": \"{wrong}", Somebody);
        await tracker.PostAsync($"api/complaints/{id}/identity", new { purpose = wrong }, Somebody);
        await tracker.PostAsync($"api/complaints/{id}/erase", new { reason = wrong }, Somebody);
        await tracker.PostAsync($"api/complaints/{Uri.EscapeDataString(wrong)}/steps", "{}", Somebody);
        await tracker.SendAsync(HttpMethod.Post, $"api/complaints/{id}/documents", Upload($"{wrong}.exe", [0x7f, .. "ELF"u8, .. Encoding.UTF8.GetBytes(wrong)]), Somebody);
        using var browser = new Browser(tracker, Somebody);
        await browser.SendAsync(await browser.OpenAsync("/complaints/new"), ("identity.name", wrong), ("narrative", wrong));

        Proxy.Meets = (_, target) => target.Contains("vault", StringComparison.Ordinal) || target.EndsWith("$batch", StringComparison.Ordinal);
        Proxy.Next(Fault.Unavailable, 20);
        var body = System.Text.Json.JsonSerializer.SerializeToNode(AComplaint.Body(election, canaries["narrative"]))!;
        body["identity"]!["name"] = canaries["name"];
        var broken = await tracker.PostAsync("api/complaints", body.ToJsonString(), Somebody, ("Idempotency-Key", canaries["key"].Split(' ')[0]));
        Proxy.Heal();
        Assert.True(broken.Status >= 500, broken.Text);
        Assert.Null(canaries.FindIn(broken.Text, Kinds));
    }

    /// <summary>Opens all of it, which shows it to who opened it.</summary>
    private async Task OpenAsync(Tracker tracker, Election election, string id)
    {
        var named = await tracker.SendAsync(
            HttpMethod.Put, $"api/elections/{election.Id}/team/{Uri.EscapeDataString(canaries["principal"])}", JsonContent.Create(new { roles = new[] { "coordinator" }, readsRetaliation = true }), Somebody);
        Assert.True(named.Status == 200, named.Text);
        string[] all = ["name", "contact", "narrative", "notes", "files", "retaliation"];

        var opened = await tracker.PostAsync($"api/complaints/{id}/identity", new { purpose = "own_complaint", items = all }, Somebody);
        var document = await tracker.GetAsync($"api/complaints/{id}/documents/1", Somebody);

        Assert.All(new[] { "name", "contact", "narrative", "note", "pressure", "file" }, each => Assert.True(canaries.FindIn(opened.Text, each) is not null, each));
        Assert.NotNull(canaries.FindIn(document.Text, "content"));
    }

    private static async Task RunTimersAsync(Tracker tracker)
    {
        await tracker.SetClockAsync("2020-12-19T12:00:00+06:00");
        await tracker.SweepAsync();

        foreach (var (timer, said) in new[] { ("DeliverAlerts", "Alert "), ("TidyUp", "Tidied up:"), ("RewrapKeys", "Rewrapped in retaliation") })
        {
            await tracker.RunTimerAsync(timer);
            await tracker.Process.Lines.FindAsync(said, Stop);
        }
    }

    private async Task SearchRowsAsync(params string[] kinds)
    {
        var account = new StorageAccount(Azurite.ConnectionString);
        var rows = 0;

        foreach (var table in new[] { account.Docket, account.Vault, account.Retaliation, account.Drafts, account.Elections, account.Rulebooks })
        {
            await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: Stop))
            {
                rows++;

                foreach (var (name, value) in row)
                {
                    var bytes = value is byte[] binary ? binary : Encoding.UTF8.GetBytes($"{name} {value}");
                    Assert.True(canaries.FindIn(bytes, kinds) is null, $"{table.Name} {row.RowKey} {name}: {canaries.FindIn(bytes, kinds)}");
                }
            }
        }

        Assert.True(rows > 5);
    }

    /// <summary>Ends the emulator, which writes all it has to its files, and looks through them.</summary>
    private async Task<string?> FindInFilesAsync(params string[] kinds)
    {
        await Azurite.DisposeAsync();
        azurite = null;
        var files = folder.GetFiles("*", SearchOption.AllDirectories);
        Assert.Contains(files, file => file.Length > 10_000);

        foreach (var file in files)
        {
            if (canaries.FindIn(await File.ReadAllBytesAsync(file.FullName, Stop), kinds) is { } found)
            {
                return $"{file.Name}: {found}";
            }
        }

        return null;
    }
}
