using Azure;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>
/// Compares every row that is derived from events with what the events give, and mends it; in a healthy store it writes nothing. Every mending is one batch at
/// the tag of the complaint's head, so it never meets another change half-way, and two runs at once do no harm.
/// </summary>
/// <param name="docket">The table.</param>
/// <param name="shelf">The law the complaints are pinned to.</param>
/// <param name="hosts">The clock of the hosts, which news goes by: the real one, also where the tracker's own has been set.</param>
public sealed class IndexRebuild(TableClient docket, LawShelf shelf, TimeProvider? hosts = null)
{
    private const int Rounds = 3;

    /// <summary>How many complaints are held at once when they are looked at again.</summary>
    private const int AtOnce = 50;

    private readonly RecordScan scan = new(docket);

    /// <summary>Looks at a whole election, one shard after the other.</summary>
    /// <param name="election">The election.</param>
    /// <param name="now">The tracker's hour.</param>
    /// <param name="cancellationToken">Stops between two complaints.</param>
    public async Task<Rebuilt> RunAsync(Election election, Instant now, CancellationToken cancellationToken)
    {
        var report = new Rebuilt();
        var whole = new Whole(election, shelf);

        foreach (var shard in Keys.Shards)
        {
            // Before the record and not after: a complaint that is saved in between looks wrong, and is then looked at again by itself.
            var loose = await LooseRows.ReadAsync(docket, Keys.Partition(election.Id, shard), cancellationToken);
            var left = await SuspectsAsync(election, shard, whole, loose, now, report, cancellationToken);

            for (var round = 0; round < Rounds && left.Count > 0; round++)
            {
                left = await MendAsync(election, shard, whole, left, now, report, cancellationToken);
            }

            report.Left += left.Count;
            await RemoveStraysAsync(Keys.Partition(election.Id, shard), loose, report, cancellationToken);
        }

        return report;
    }

    /// <summary>The complaints of a shard that look wrong: changed between two looks, or truly.</summary>
    private async Task<IReadOnlyList<string>> SuspectsAsync(
        Election election, char shard, Whole whole, LooseRows loose, Instant now, Rebuilt report, CancellationToken cancellationToken)
    {
        var suspects = new List<string>();
        await using var log = new DeliveryLog(docket, Keys.Partition(election.Id, shard), cancellationToken);

        await foreach (var kept in scan.AllAsync(election, shard, cancellationToken))
        {
            report.Complaints++;
            var rows = new Derived(loose.Of(kept.Id), await log.OfAsync(kept.Id), loose.Unreadable, Hosts());
            var (complaint, fault) = await whole.OfAsync(kept, cancellationToken);

            if (fault is not null || new Mending(complaint!, kept, rows, now).Found.Count > 0)
            {
                suspects.Add(kept.Id);
            }
        }

        return suspects;
    }

    /// <summary>Mends those that look wrong, and gives back those that somebody else was changing.</summary>
    private async Task<IReadOnlyList<string>> MendAsync(
        Election election, char shard, Whole whole, IReadOnlyList<string> suspects, Instant now, Rebuilt report, CancellationToken cancellationToken)
    {
        var left = new List<string>();

        foreach (var some in suspects.Chunk(AtOnce))
        {
            // First the heads, then the rows beside them: if the tag still holds when the batch comes, all were of one moment.
            var kept = new List<KeptRecord>();

            foreach (var id in some)
            {
                kept.Add(await scan.AgainAsync(election, shard, id, cancellationToken));
            }

            var loose = await LooseRows.ReadAsync(docket, Keys.Partition(election.Id, shard), cancellationToken);

            foreach (var each in kept)
            {
                if (!await IsMendedAsync(Keys.Partition(election.Id, shard), each, whole, loose, now, report, cancellationToken))
                {
                    left.Add(each.Id);
                }
            }
        }

        return left;
    }

    private async Task<bool> IsMendedAsync(
        string partition, KeptRecord kept, Whole whole, LooseRows loose, Instant now, Rebuilt report, CancellationToken cancellationToken)
    {
        var (complaint, fault) = await whole.OfAsync(kept, cancellationToken);

        if (fault is not null)
        {
            report.Add(new RebuiltRow(RebuiltKind.Record, kept.Id, fault));
            return true;
        }

        var log = await DeliveryLog.OfAsync(docket, partition, kept.Id, cancellationToken);
        var mending = new Mending(complaint!, kept, new Derived(loose.Of(kept.Id), log, loose.Unreadable, Hosts()), now);

        try
        {
            if (mending.Found.Count > 0)
            {
                await mending.SubmitAsync(docket, Hosts(), cancellationToken);
            }
        }
        catch (RequestFailedException faster) when (faster.Status is 404 or 409 or 412)
        {
            return false;
        }

        report.Add(mending.Found);
        return true;
    }

    /// <summary>
    /// Removes the rows of complaints of which there is neither head nor event, and notices that nobody can read and no complaint owes. They were read before
    /// the record, so their complaint, if there were one, would have been found.
    /// </summary>
    private async Task RemoveStraysAsync(string partition, LooseRows loose, Rebuilt report, CancellationToken cancellationToken)
    {
        foreach (var (complaint, row) in loose.Unclaimed.Concat(loose.Unreadable.Select(row => ("", row))))
        {
            try
            {
                if ((await docket.DeleteEntityAsync(partition, row.RowKey, row.ETag, cancellationToken)).Status is not 404)
                {
                    report.Add(new RebuiltRow(KindOf(row), complaint, $"{row.RowKey} belongs to nothing; it was removed."));
                }
            }
            catch (RequestFailedException anew) when (anew.Status is 404 or 412)
            {
                // Mended meanwhile.
            }
        }
    }

    private static RebuiltKind KindOf(TableEntity row) => row.RowKey[0] switch
    {
        'w' => RebuiltKind.WakeUp,
        'n' => RebuiltKind.News,
        _ => RebuiltKind.Notice,
    };

    private Instant Hosts() => Instant.FromDateTimeOffset((hosts ?? TimeProvider.System).GetUtcNow());
}
