using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Complaints.Domain;
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
                foreach (var mark in MarksOf(row, id, int.Parse(seq, null)))
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

    /// <summary>
    /// Every opening that was answered is in the chain of reads, once. Each time it was sent there may be one more: what may have been shown is written down, and the
    /// tracker does not know whether its answer arrived. There are no others.
    /// </summary>
    public static async Task OfReadsAsync(string storage, Ledger ledger)
    {
        var found = await RowsAsync(new StorageAccount(storage).Docket, ledger.Election)
            .Where(row => row.RowKey.Split(':') is ["v", _, _])
            .Select(row => (Complaint: row.RowKey.Split(':')[1], Read: VaultRead.Read(row.GetBinary("Event"))))
            .ToListAsync(Stop);

        Assert.All(ledger.Reads, promised => Assert.Single(
            found, each => (each.Complaint, each.Read.Seq) == promised.Key && each.Read.Purpose == promised.Value));
        Assert.Empty(found.Select(each => each.Complaint).Except(ledger.Openings.Keys));
        Assert.All(ledger.Openings, opened => Assert.InRange(found.Count(each => each.Complaint == opened.Key), opened.Value.Answered, opened.Value.Sent));
    }

    /// <summary>Every text and note opens as it was told, every document comes back byte for byte under its name.</summary>
    public static async Task OfTextsAndDocumentsAsync(string storage, HttpClient tracker, Ledger ledger)
    {
        var account = new StorageAccount(storage);
        var vault = new VaultStore(account.Vault, VaultKeys.Parse("development:ZGV2ZWxvcG1lbnQtb25seS1ub3QtYS1zZWNyZXQtISE="));
        var retaliation = new VaultStore(account.Retaliation, VaultKeys.Parse("development:YW5vdGhlci1vbmUtZm9yLWRldmVsb3BtZW50LW9ubHk="));

        foreach (var ((complaint, item), text) in ledger.Texts)
        {
            Assert.Equal(text, await vault.OpenAsync(complaint, item, Stop));
        }

        await foreach (var (complaint, each) in EventsAsync(account, ledger))
        {
            if (each.What is FactNoted { VaultItem: { } item } fact && !ledger.Erased.ContainsKey(complaint))
            {
                Assert.Equal(NoteOf(fact.Details.Source ?? RecordJson.Text(each.At)), await (fact.Fact is FactKind.Retaliation ? retaliation : vault).OpenAsync(complaint, item, Stop));
            }
        }

        foreach (var ((complaint, number), (sha256, name)) in ledger.Documents)
        {
            using var answer = await tracker.GetAsync($"api/complaints/{complaint}/documents/{number}?purpose=verify_record", Stop);
            Assert.Equal((200, name), ((int)answer.StatusCode, answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName));
            Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(Stop))));
        }
    }

    /// <summary>
    /// After the tidy-up two days later nothing lies in evidence and vaults but what an event names and the keys of complaints on record, which stay for what is
    /// sealed next; of what was erased, not even that: a row that says so in each vault, and no key.
    /// </summary>
    public static async Task OfLeftoversAsync(string storage, IReadOnlyList<Ledger> ledgers)
    {
        var account = new StorageAccount(storage);
        var (blobs, sealedRows, apart) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var erased = ledgers.SelectMany(each => each.Erased.Keys).ToHashSet(StringComparer.Ordinal);

        foreach (var ledger in ledgers)
        {
            await foreach (var (id, what) in EventsAsync(account, ledger).Where(each => !erased.Contains(each.Complaint)).Select(each => (each.Complaint, each.Event.What)))
            {
                sealedRows.UnionWith(new[] { "key", "i:name", "i:contact", "i:narrative" }.Select(item => $"{id} {item}"));
                apart.Add($"{id} key");

                if (what is DocumentAdded document)
                {
                    blobs.Add($"{ledger.Election.Id}/{id}/{document.Number}");
                    sealedRows.Add($"{id} i:{document.VaultItem}");
                }
                else if (what is FactNoted { VaultItem: { } item } fact)
                {
                    (fact.Fact is FactKind.Retaliation ? apart : sealedRows).Add($"{id} i:{item}");
                }
            }
        }

        var lying = await account.Evidence.GetBlobsAsync(cancellationToken: Stop).Select(blob => blob.Name).ToListAsync(Stop);
        Assert.Equal(blobs.Order(StringComparer.Ordinal), lying.Order(StringComparer.Ordinal));

        foreach (var (vault, named) in new[] { (account.Vault, sealedRows), (account.Retaliation, apart) })
        {
            var rows = await vault.QueryAsync<TableEntity>(cancellationToken: Stop).ToListAsync(Stop);
            Assert.Empty(rows.Where(row => !erased.Contains(row.PartitionKey)).Select(row => $"{row.PartitionKey} {row.RowKey}").Except(named));
            var left = rows.Where(row => erased.Contains(row.PartitionKey)).ToArray();
            Assert.Equal(erased.Order(StringComparer.Ordinal), left.Select(row => row.PartitionKey).Order(StringComparer.Ordinal));
            Assert.All(left, row => Assert.Equal(("key", false), (row.RowKey, row.ContainsKey("Wrapped"))));
        }
    }

    /// <summary>What a note says that was sent with this mark.</summary>
    public static string NoteOf(string mark) => $"note of {mark}";

    private static IEnumerable<string> MarksOf(TableEntity row, string id, int seq) => EventJson.Read(row.GetBinary("Event")).What is { } what and (HoldSet or HoldLifted or Erased)
        ? [Ledger.MarkOf(id, seq, what.Kind)]
        : MarkedWith().Matches(Encoding.UTF8.GetString(row.GetBinary("Event"))).Select(each => each.Groups[1].Value).Distinct();

    private static IAsyncEnumerable<(string Complaint, DocketEvent Event)> EventsAsync(StorageAccount account, Ledger ledger) => RowsAsync(account.Docket, ledger.Election)
        .Where(row => row.RowKey.StartsWith("h:", StringComparison.Ordinal))
        .Select(row => (row.RowKey.Split(':')[1], EventJson.Read(row.GetBinary("Event"))));

    private static IAsyncEnumerable<TableEntity> RowsAsync(TableClient docket, Election election) => docket.QueryAsync<TableEntity>(
        TableClient.CreateQueryFilter($"PartitionKey ge {election.Id + "~"} and PartitionKey lt {election.Id + "~~"}"), cancellationToken: Stop);

    /// <summary>A mark, the hour that is one, or the hash of a document.</summary>
    [GeneratedRegex("\"(m-[A-Z0-9]+-\\d+-\\d+|2020-11-\\d\\dT[0-9:]+Z|[0-9a-f]{64})\"")]
    private static partial Regex MarkedWith();
}
