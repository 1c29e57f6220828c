using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket;

/// <summary>Reads the record of an election as it lies in the table, for whoever checks it; it changes nothing.</summary>
public sealed class RecordScan(TableClient docket)
{
    /// <summary>The shards of an election, each a partition of its own.</summary>
    public static string Shards => Keys.Shards;

    /// <summary>
    /// Every complaint of one shard, by id, in three scans side by side: the heads, the events, the reads. One is held at a time. Events and reads without a head
    /// are given as well, and heads without events.
    /// </summary>
    public async IAsyncEnumerable<KeptRecord> AllAsync(Election election, char shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);
        await using var heads = RowsAsync(partition, "c:", "c;", cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var events = RowsAsync(partition, "h:", "h;", cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var reads = RowsAsync(partition, "v:", "v;", cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (head, next, read) = (await NextAsync(heads), await NextAsync(events), await NextAsync(reads));

        while (Least(head, next, read) is { } id)
        {
            TableEntity? own = null;
            List<TableEntity> ofReads = [];
            var kept = new List<KeptEvent>();

            for (; head is not null && IdOf(head) == id; head = await NextAsync(heads))
            {
                own = head;
            }

            for (; next is not null && IdOf(next) == id; next = await NextAsync(events))
            {
                kept.Add(KeptEvent.From(next));
            }

            for (; read is not null && IdOf(read) == id; read = await NextAsync(reads))
            {
                ofReads.Add(read);
            }

            yield return ToRecord(id, own, kept, ofReads);
        }
    }

    /// <summary>
    /// One complaint once more, all of one moment: a change between two scans looks like a fault, and a tracker at work makes many. If its head or the end of its
    /// reads moves meanwhile, all is read again.
    /// </summary>
    public async Task<KeptRecord> AgainAsync(Election election, char shard, string id, CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);

        while (true)
        {
            var (head, end) = (await FindAsync(partition, Keys.Head(id), cancellationToken), await FindAsync(partition, Keys.EndOfReads(id), cancellationToken));
            var events = await RowsAsync(partition, $"h:{id}:", $"h:{id};", cancellationToken).Select(KeptEvent.From).ToListAsync(cancellationToken);
            var reads = await RowsAsync(partition, $"v:{id}", $"v:{id};", cancellationToken).ToListAsync(cancellationToken);
            var (now, last) = (await FindAsync(partition, Keys.Head(id), cancellationToken), await FindAsync(partition, Keys.EndOfReads(id), cancellationToken));

            if (head?.ETag == now?.ETag && end?.ETag == last?.ETag)
            {
                return ToRecord(id, now, events, reads);
            }
        }
    }

    private static KeptRecord ToRecord(string id, TableEntity? head, IReadOnlyList<KeptEvent> events, IReadOnlyList<TableEntity> reads) => new(id, events)
    {
        Head = head,
        Reads = [.. reads.Where(row => row.RowKey != Keys.EndOfReads(id)).Select(KeptEvent.From)],
        EndOfReads = reads.FirstOrDefault(row => row.RowKey == Keys.EndOfReads(id)) is { } end ? EndOfReads.From(end) : null,
    };

    private async Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var row = await docket.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(string partition, string from, string to, CancellationToken cancellationToken) =>
        docket.QueryAsync<TableEntity>(Keys.Range(partition, from, to), cancellationToken: cancellationToken);

    private static async Task<TableEntity?> NextAsync(IAsyncEnumerator<TableEntity> rows) => await rows.MoveNextAsync() ? rows.Current : null;

    private static string? Least(params TableEntity?[] rows) => rows.OfType<TableEntity>().Select(IdOf).Min(StringComparer.Ordinal);

    /// <summary>The id in the key of a head (<c>c:id</c>), an event (<c>h:id:000001</c>) or a read (<c>v:id:000001</c>).</summary>
    private static string IdOf(TableEntity row) => row.RowKey.Split(':')[1];
}
