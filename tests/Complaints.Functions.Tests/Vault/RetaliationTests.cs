using System.Net.Http;
using Azure.Data.Tables;
using Complaints.Functions.Tests.Rulebooks;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;

namespace Complaints.Functions.Tests.Vault;

/// <summary>Notes about pressure put on people: under keys of their own, for readers whom a team names.</summary>
public sealed class RetaliationTests(Tracker tracker)
{
    private static readonly string[] Asked = ["retaliation"];

    [Fact]
    public async Task Open_ByWhomTheTeamNames_ShowsTheNoteAndIsWrittenDown()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await vault.NameAsync("vault-reader", readsRetaliation: true, "coordinator");
        await vault.NameAsync("vault-coordinator", readsRetaliation: false, "coordinator");

        var theirs = await vault.OpenAsync(Sign.As("nobody", "vault-reader"), "assist_complainant", Asked);
        var others = await vault.OpenAsync(AVaultCase.Coordinator, "assist_complainant", Asked);

        Assert.True(theirs.Status == 200, theirs.Text);
        Assert.Equal(AVaultCase.Pressure, theirs.Json.GetProperty("retaliation")[0].GetProperty("text").GetString());
        Assert.Equal(4, theirs.Json.GetProperty("retaliation")[0].GetProperty("event").GetInt32());
        Assert.Equal((403, "retaliation.not-a-reader"), (others.Status, others.Codes.Single()));
        Assert.Equal(["retaliation:4"], AVaultCase.ItemsOf(Assert.Single(await vault.ReadsAsync())));
    }

    [Fact]
    public async Task Open_WithoutATeam_IsForNobody()
    {
        var vault = await AVaultCase.MakeAsync(tracker);

        Assert.Equal(403, (await vault.OpenAsync(AVaultCase.Coordinator, "assist_complainant", Asked)).Status);
        Assert.Equal(403, (await vault.OpenAsync(AVaultCase.Owner, "own_complaint", Asked)).Status);
        Assert.Empty(await vault.ReadsAsync());
    }

    [Fact]
    public async Task Note_AboutPressure_LiesUnderAKeyOfItsOwnAndNotInTheRecord()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        var account = new StorageAccount(tracker.Storage);

        var apart = await RowsAsync(account.Retaliation, vault.Id);
        var identities = await RowsAsync(account.Vault, vault.Id);
        var history = await tracker.GetAsync($"{vault.Path}/history", AVaultCase.Owner);

        Assert.Equal(2, apart.Count);
        Assert.Equal(6, identities.Count); // key, name, contact, narrative, a file name, the other note
        Assert.NotEqual(Wrapped(apart), Wrapped(identities));
        Assert.DoesNotContain(AVaultCase.Pressure, history.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AVaultCase.Note, history.Text, StringComparison.Ordinal);
    }

    // A source is free text; in the record it would lie in the clear, and outlive an erasure.
    [Fact]
    public async Task Note_AboutPressureWithASource_IsRefusedAlsoAsACorrection()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        const string at = "2020-12-15T10:00:00+06:00";

        var noted = await tracker.PostAsync($"{vault.Path}/facts", new { fact = "retaliation", at, source = "Aigul told me" }, AVaultCase.Owner);
        var corrected = await tracker.PostAsync(
            $"{vault.Path}/steps", new { step = "Correct", at, @event = 4, reason = "r", @new = new { source = "Aigul told me" } }, AVaultCase.Owner);
        var kept = await tracker.PostAsync($"{vault.Path}/facts", new { fact = "retaliation", at, knownVia = "field" }, AVaultCase.Owner);

        Assert.Equal((400, "fact.field-not-its-own"), (noted.Status, noted.Codes.Single()));
        Assert.Contains("into the note", noted.Text, StringComparison.Ordinal);
        Assert.True(corrected.Status == 422 && corrected.Codes.Single() == "correct.no-such-field", corrected.Text);
        Assert.True(kept.Status is 200 || kept.Codes.Single() == "field.not-a-code", kept.Text);
        Assert.DoesNotContain("Aigul", (await tracker.GetAsync($"{vault.Path}/history", AVaultCase.Owner)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bundle_OfARecordThatTellsOfPressure_IsForItsReadersAndDoesNotSpellItOut()
    {
        var vault = await AVaultCase.MakeAsync(tracker);
        await vault.NameAsync("vault-reader", readsRetaliation: true, "coordinator");
        await vault.NameAsync("vault-coordinator", readsRetaliation: false, "coordinator");

        var others = await tracker.GetAsync($"{vault.Path}/bundle", AVaultCase.Coordinator);
        Assert.Equal((403, "bundle.tells-of-retaliation"), (others.Status, others.Codes.Single()));

        var reader = Sign.As("nobody", "vault-reader");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{vault.Path}/bundle");
        request.Headers.Add(reader.Name, reader.Value);
        using var answer = await tracker.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
        using var bundle = new ABundle(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "{}");
        Assert.Contains("A fact was noted", bundle.Text("timeline.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain("etaliation", bundle.Text("timeline.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_WhoReadsRetaliation_IsListed()
    {
        var vault = await AVaultCase.MakeAsync(tracker, isFull: false);

        await vault.NameAsync("vault-reader", readsRetaliation: true, "coordinator");

        var team = await tracker.GetAsync($"api/elections/{vault.Election.Id}/team", AVaultCase.Administrator);
        Assert.True(team.Json.GetProperty("members")[0].GetProperty("readsRetaliation").GetBoolean());
        await vault.NameAsync("vault-reader", readsRetaliation: false, "coordinator");
        Assert.Equal(403, (await vault.OpenAsync(Sign.As("nobody", "vault-reader"), "assist_complainant", Asked)).Status);
    }

    private static string Wrapped(IEnumerable<TableEntity> rows) => Convert.ToHexString(rows.Single(row => row.RowKey == "key").GetBinary("Wrapped"));

    private static async Task<IReadOnlyList<TableEntity>> RowsAsync(TableClient table, string id) => await table
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), cancellationToken: TestContext.Current.CancellationToken)
        .ToListAsync(TestContext.Current.CancellationToken);
}
