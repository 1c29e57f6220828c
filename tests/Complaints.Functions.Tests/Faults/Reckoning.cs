using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Tests.Verifier;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.Storage.Docket.Rebuilding;
using Complaints.Storage.Vault;
using NodaTime;

namespace Complaints.Functions.Tests.Faults;

/// <summary>Compares what was promised with what is on record, straight from the storage and past the faults.</summary>
internal static partial class Reckoning
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>How many promises are not on record, and how many are there twice, or there though they were refused.</summary>
    public static async Task<(int Lost, int Doubled)> OfMarksAsync(string storage, Ledger ledger)
    {
        var found = new Dictionary<string, List<(string Complaint, int Seq)>>(StringComparer.Ordinal);
        var heads = 0;

        await foreach (var row in RowsAsync(new StorageAccount(storage).Docket, ledger.Election))
        {
            heads += row.RowKey.StartsWith("c:", StringComparison.Ordinal) ? 1 : 0;

            if (row.RowKey.Split(':') is ["h", var id, var seq])
            {
                foreach (var mark in MarkedWith().Matches(Encoding.UTF8.GetString(row.GetBinary("Event"))).Select(each => each.Groups[1].Value).Distinct())
                {
                    (found.TryGetValue(mark, out var all) ? all : found[mark] = []).Add((id, int.Parse(seq, null)));
                }
            }
        }

        var lost = ledger.Kept.Count(kept => !(found.GetValueOrDefault(kept.Key) ?? []).Exists(
            each => (kept.Value.Complaint is "" || each.Complaint == kept.Value.Complaint) && (kept.Value.Version is 0 || each.Seq <= kept.Value.Version)));
        var doubled = found.Count(each => each.Value.Count > 1 || !ledger.Kept.ContainsKey(each.Key));
        var complaints = ledger.Kept.Count(kept => kept.Value is { Version: 1 } or { Complaint: "" });
        return (lost, doubled + Math.Max(0, heads - complaints));
    }

    /// <summary>The chains, and every row that is derived from events.</summary>
    public static async Task OfTheRecordAsync(string storage, Election election)
    {
        var account = new StorageAccount(storage);
        var shelf = new LawShelf(ShippedLaw.Rulebooks);
        var rebuilt = await new IndexRebuild(account.Docket, shelf).RunAsync(election, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), Stop);
        Assert.True(rebuilt is { Mended: 0, Broken: 0 }, string.Join('\n', rebuilt.First));
        var (exitCode, said) = await Verify.ElectionAsync(storage, election.Id);
        Assert.True(exitCode == 0, said);
    }

    /// <summary>Every text opens as it was told, every document comes back byte for byte under its name.</summary>
    public static async Task OfTextsAndDocumentsAsync(string storage, HttpClient tracker, Ledger ledger)
    {
        var vault = new VaultStore(new StorageAccount(storage).Vault, VaultKeys.Parse("development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE="));

        foreach (var ((complaint, item), text) in ledger.Texts)
        {
            Assert.Equal(text, await vault.OpenAsync(complaint, item, Stop));
        }

        foreach (var ((complaint, number), (sha256, name)) in ledger.Documents)
        {
            using var answer = await tracker.GetAsync($"api/complaints/{complaint}/documents/{number}", Stop);
            Assert.Equal((200, name), ((int)answer.StatusCode, answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName));
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Stop))));
        }
    }

    /// <summary>After the tidy-up two days later nothing lies in evidence and vault but what an event names.</summary>
    public static async Task OfLeftoversAsync(string storage, IEnumerable<Ledger> ledgers)
    {
        var account = new StorageAccount(storage);
        var (blobs, sealedRows) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));

        foreach (var ledger in ledgers)
        {
            await foreach (var row in RowsAsync(account.Docket, ledger.Election).Where(row => row.RowKey.StartsWith("h:", StringComparison.Ordinal)))
            {
                var id = row.RowKey.Split(':')[1];

                if (EventJson.Read(row.GetBinary("Event")).What is DocumentAdded document)
                {
                    blobs.Add($"{ledger.Election.Id}/{id}/{document.Number}");
                    sealedRows.Add($"{id} i:{document.VaultItem}");
                }

                sealedRows.UnionWith(new[] { "key", "i:name", "i:contact", "i:narrative" }.Select(item => $"{id} {item}"));
            }
        }

        var lying = await account.Evidence.GetBlobsAsync(cancellationToken: Stop).Select(blob => blob.Name).ToListAsync(Stop);
        Assert.Equal(blobs.Order(StringComparer.Ordinal), lying.Order(StringComparer.Ordinal));
        Assert.Empty((await account.Vault.QueryAsync<TableEntity>(cancellationToken: Stop).Select(row => $"{row.PartitionKey} {row.RowKey}").ToListAsync(Stop)).Except(sealedRows));
    }

    private static IAsyncEnumerable<TableEntity> RowsAsync(TableClient docket, Election election) => docket.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey ge {election.Id + "~"} and PartitionKey lt {election.Id + "~~"}"), cancellationToken: Stop);

    /// <summary>A mark, or the hash of a document.</summary>
    [GeneratedRegex("\"(m-[A-Z0-9]+-\\d+-\\d+|[0-9a-f]{64})\"")]
    private static partial Regex MarkedWith();
}
