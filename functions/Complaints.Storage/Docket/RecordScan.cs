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
    /// Every complaint of one shard, by id, in two scans side by side: the heads, and the events. One is held at a time. Events without a head are given as
    /// well, and heads without events.
    /// </summary>
    public async IAsyncEnumerable<KeptRecord> AllAsync(Election election, char shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);
        await using var heads = RowsAsync(partition, "c:", "c;", cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var events = RowsAsync(partition, "h:", "h;", cancellationToken).GetAsyncEnumerator(cancellationToken);
        var head = await NextAsync(heads);
        var next = await NextAsync(events);

        while (head is not null || next is not null)
        {
            var id = Least(head is null ? null : IdOf(head), next is null ? null : IdOf(next));
            var kept = new List<KeptEvent>();

            for (; next is not null && IdOf(next) == id; next = await NextAsync(events))
            {
                kept.Add(KeptEvent.From(next));
            }

            var own = head is not null && IdOf(head) == id ? head : null;
            head = own is null ? head : await NextAsync(heads);
            yield return new KeptRecord(id, kept) { Head = own };
        }
    }

    /// <summary>
    /// One complaint once more, all of one moment: a change between two scans looks like a fault, and a tracker at work makes many. If the head moves while the
    /// events are read, both are read again.
    /// </summary>
    public async Task<KeptRecord> AgainAsync(Election election, char shard, string id, CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);
        var head = await docket.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Head(id), cancellationToken: cancellationToken);
        var events = await RowsAsync(partition, $"h:{id}:", $"h:{id};", cancellationToken).Select(KeptEvent.From).ToListAsync(cancellationToken);
        var now = await docket.GetEntityIfExistsAsync<TableEntity>(partition, Keys.Head(id), cancellationToken: cancellationToken);
        var isStill = head.HasValue == now.HasValue && (!head.HasValue || head.Value!.ETag == now.Value!.ETag);

        return isStill ? new KeptRecord(id, events) { Head = now.HasValue ? now.Value : null } : await AgainAsync(election, shard, id, cancellationToken);
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(string partition, string from, string to, CancellationToken cancellationToken) =>
        docket.QueryAsync<TableEntity>(Keys.Range(partition, from, to), cancellationToken: cancellationToken);

    private static async Task<TableEntity?> NextAsync(IAsyncEnumerator<TableEntity> rows) => await rows.MoveNextAsync() ? rows.Current : null;

    private static string Least(string? one, string? other) => one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other! : one;

    /// <summary>The id in the key of a head (<c>c:id</c>) or of an event (<c>h:id:000001</c>).</summary>
    private static string IdOf(TableEntity row) => row.RowKey.Split(':')[1];
}
