using System.Net.Http;
using Azure.Data.Tables;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Vault;

/// <summary>An erasure destroys the keys: what lay under them is gone everywhere, the record and the figures stay.</summary>
public sealed class EraseTests(OwnStorage storage) : IClassFixture<OwnStorage>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erase_DecidedComplaint_LeavesTheRecordAndNothingElse()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var vault = await DecidedAsync(tracker);
        await vault.OpenAsync(AVaultCase.Coordinator);
        var before = await FiguresAsync(tracker, vault);

        var erased = await vault.EraseAsync();
        var again = await vault.EraseAsync("safety");

        Assert.True(erased.Status == 200, erased.Text);
        Assert.True(erased.Json.GetProperty("erased").GetBoolean());
        Assert.Equal((200, erased.ETag), (again.Status, again.ETag));
        Assert.Equal((410, "record.erased"), Said(await vault.OpenAsync(AVaultCase.Coordinator)));
        Assert.Equal((410, "record.erased"), Said(await tracker.GetAsync($"{vault.Path}/documents/1", AVaultCase.Owner)));
        Assert.Equal((410, "record.erased"), Said(await vault.SendDocumentAsync()));
        Assert.Equal((410, "record.erased"), Said(await vault.SendNoteAsync("hearing", "once more")));
        Assert.Equal((410, "record.erased"), Said(await vault.SendNoteAsync("retaliation", "once more")));
        Assert.Equal((410, 200), ((await tracker.GetAsync($"complaints/{vault.Id}/identity", AVaultCase.Owner)).Status, (await tracker.GetAsync($"complaints/{vault.Id}", AVaultCase.Owner)).Status));
        await GoneAsync(vault);

        Assert.Equal(before, await FiguresAsync(tracker, vault));
        Assert.Single(await vault.ReadsAsync());
        using var bundle = new ABundle(await tracker.Http.GetByteArrayAsync($"{vault.Path}/bundle", Stop), (await tracker.GetAsync("api/keys")).Text);
        var (bundleCode, bundleSaid) = await bundle.CheckAsync("--receipt", bundle.Receipt, "--keys", bundle.Keys);
        var (exitCode, said) = await Verify.ElectionAsync(storage.Direct, vault.Election.Id);
        Assert.True(bundleCode == 0, bundleSaid);
        Assert.True(exitCode == 0, said);
    }

    [Fact]
    public async Task Erase_WhileAProceedingIsOpenOrAHoldStands_IsRefused()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var vault = await AVaultCase.MakeAsync(tracker);
        await TakeAsync(tracker, vault, new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" });

        var stale = await tracker.PostAsync($"{vault.Path}/erase", new { reason = "safety" }, AVaultCase.Coordinator, ("If-Match", "\"1\""));
        var staleHold = await tracker.PostAsync($"{vault.Path}/hold", new { set = true, reason = "court_order" }, AVaultCase.Coordinator, ("If-Match", "\"1\""));
        Assert.Equal(((412, "record.version-stale"), (412, "record.version-stale")), (Said(stale), Said(staleHold)));
        var open = await vault.EraseAsync();
        await TakeAsync(tracker, vault, new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" });
        var set = await HoldAsync(tracker, vault, true, "court_order");
        var twice = await HoldAsync(tracker, vault, true, "court_order");
        var held = await vault.EraseAsync();
        Assert.Equal(200, (await vault.OpenAsync(AVaultCase.Coordinator)).Status);
        var wrong = await HoldAsync(tracker, vault, false, "court_order");
        var lifted = await HoldAsync(tracker, vault, false, "order_lifted");
        var noReason = await vault.EraseAsync("because");

        Assert.Equal((422, "erasure.proceeding-open"), Said(open));
        Assert.Equal((200, true), (set.Status, set.Json.GetProperty("held").GetBoolean()));
        Assert.Equal((422, "hold.already-set"), Said(twice));
        Assert.Equal((422, "erasure.legal-hold"), Said(held));
        Assert.Equal((400, "field.not-a-code"), Said(wrong));
        Assert.Equal((200, false), (lifted.Status, lifted.Json.GetProperty("held").GetBoolean()));
        Assert.Equal((422, "hold.none-set"), Said(await HoldAsync(tracker, vault, false, "order_lifted")));
        Assert.Equal((400, "field.not-a-code"), Said(noReason));
        Assert.Equal(200, (await vault.EraseAsync()).Status);
    }

    // The event is saved, then the process dies before a key is destroyed: from the event on nothing is opened, and the daily tidying destroys the keys.
    [Fact]
    public async Task Erase_KilledAfterTheEvent_IsFinishedByTheTidying()
    {
        await using var proxy = await FaultyProxy.StartAsync(new StorageAccount(storage.Direct).Docket.Uri, cancellationToken: Stop);
        var dying = await Tracker.StartAsync(storage.Direct, proxy.Through(storage.Direct));
        var vault = await DecidedAsync(dying);
        proxy.Meets = (method, target) => method == "PUT" && (target.Contains("/vault(", StringComparison.Ordinal) || target.Contains("/retaliation(", StringComparison.Ordinal));
        proxy.Next(Fault.Hold, 10);
        var erasing = vault.EraseAsync();
        await Tracker.UntilAsync(() => Task.FromResult(proxy.Seen.Any(each => each.Fault == Fault.Hold)));
        await dying.Process.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => erasing);
        await dying.DisposeAsync();
        Assert.True((await RowsAsync(new StorageAccount(storage.Direct).Vault, vault.Id)).Count > 1);

        await using var tracker = await Tracker.StartAsync(storage.Direct);
        var revived = new AVaultCase(tracker, vault.Election, vault.Id);
        Assert.Equal((410, "record.erased"), Said(await revived.OpenAsync(AVaultCase.Coordinator)));
        await TidyUpAsync(tracker);

        await GoneAsync(vault);
        Assert.Equal(200, (await revived.EraseAsync()).Status);
    }

    [Fact]
    public async Task Erase_WhileOthersWrite_LeavesNothingThatCanBeRead()
    {
        await using var tracker = await Tracker.StartAsync(storage.Direct);

        for (var round = 0; round < 4; round++)
        {
            var vault = await DecidedAsync(tracker);
            var writes = Enumerable.Range(0, 6).SelectMany(_ => new[] { vault.SendDocumentAsync(), vault.SendNoteAsync("hearing", "at the same moment"), vault.SendNoteAsync("retaliation", "at the same moment") }).ToList();
            var erased = await ErasedAsync(vault);
            var answers = await Task.WhenAll(writes);

            Assert.True(erased.Status == 200, erased.Text);
            Assert.All(answers, each => Assert.True(each.Status is 200 or 201 or 409 or 410, each.Text));
            Assert.Equal((410, "record.erased"), Said(await vault.SendDocumentAsync()));
            await TidyUpAsync(tracker);
            await GoneAsync(vault);
            var (exitCode, said) = await Verify.ElectionAsync(storage.Direct, vault.Election.Id);
            Assert.True(exitCode == 0, said);
        }
    }

    private static (int Status, string? Code) Said(Answer answer) => (answer.Status, answer.Codes.FirstOrDefault());

    private static async Task<Answer> ErasedAsync(AVaultCase vault)
    {
        // Many write at once: one who meets another is told to try again, as every writer is.
        var answer = await vault.EraseAsync();

        for (var tries = 0; answer.Status == 409 && tries < 50; tries++)
        {
            answer = await vault.EraseAsync();
        }

        return answer;
    }

    private static async Task<AVaultCase> DecidedAsync(Tracker tracker)
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await TakeAsync(tracker, vault, new { step = "Lodge", at = "2020-12-14T10:00:00+06:00", forum = "TEC", forumZone = "Asia/Almaty" });
        await TakeAsync(tracker, vault, new { step = "Decide", at = "2020-12-17T16:00:00+06:00", outcome = "dismissed_merits" });
        return vault;
    }

    private static async Task TakeAsync(Tracker tracker, AVaultCase vault, object step)
    {
        var taken = await tracker.PostAsync($"{vault.Path}/steps", step, AVaultCase.Owner);
        Assert.True(taken.Status == 200, taken.Text);
    }

    private static Task<Answer> HoldAsync(Tracker tracker, AVaultCase vault, bool set, string reason) =>
        tracker.PostAsync($"{vault.Path}/hold", new { set, reason }, AVaultCase.Administrator);

    private static async Task<string> FiguresAsync(Tracker tracker, AVaultCase vault)
    {
        var statistics = await tracker.GetAsync($"api/elections/{vault.Election.Id}/statistics", AVaultCase.Coordinator);
        return statistics.Json.GetProperty("measures").GetRawText() + statistics.Json.GetProperty("paragraphs").GetRawText();
    }

    private static async Task TidyUpAsync(Tracker tracker)
    {
        int Tidied() => tracker.Process.Lines.All.Count(line => line.Contains("Tidied up:", StringComparison.Ordinal));
        var before = Tidied();
        await tracker.RunTimerAsync("TidyUp");
        await Tracker.UntilAsync(() => Task.FromResult(Tidied() > before));
    }

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient table, string id) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: Stop).ToListAsync(Stop);

    /// <summary>Neither key nor text nor document is left of it.</summary>
    private async Task GoneAsync(AVaultCase vault)
    {
        var account = new StorageAccount(storage.Direct);

        foreach (var table in new[] { account.Vault, account.Retaliation })
        {
            var left = Assert.Single(await RowsAsync(table, vault.Id));
            Assert.Equal(("key", false), (left.RowKey, left.ContainsKey("Wrapped")));
        }

        var blobs = await account.Evidence.GetBlobsAsync(cancellationToken: Stop).Select(each => each.Name).ToListAsync(Stop);
        Assert.DoesNotContain(blobs, name => name.Contains($"/{vault.Id}/", StringComparison.Ordinal) && !name.StartsWith("incoming/", StringComparison.Ordinal));
    }
}
