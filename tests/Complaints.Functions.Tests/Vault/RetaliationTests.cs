using Azure.Data.Tables;
using Complaints.Functions.Tests.Rulebooks;
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
