using Azure;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>
/// Who opened what of a complaint, and what for: a chain beside that of its events, in the same partition and hashed alike, which is no part of the complaint's
/// version. Row = "v:" + complaint id + ":" + number; "v:" + complaint id is its end, by which it is seen if the last ones are cut off.
/// </summary>
public sealed class ReadLog(TableClient docket)
{
    /// <summary>More than readers could be at once: each time somebody loses, somebody else has written.</summary>
    private const int Tries = 200;

    /// <summary>Writes down a read that is about to be answered. Of several at once each gets its own place in the chain.</summary>
    /// <exception cref="InvalidOperationException">The chain cannot be continued: it has been tampered with. Nothing may be opened then.</exception>
    public async Task<VaultRead> AddAsync(
        Complaint complaint, Instant at, string by, string purpose, IReadOnlyList<string> items, CancellationToken cancellationToken)
    {
        var mark = Guid.NewGuid().ToString("n");
        var partition = Keys.Partition(complaint);

        for (var tries = 0; tries < Tries; tries++)
        {
            var end = await FindAsync(partition, Keys.EndOfReads(complaint.Id), cancellationToken);
            var read = new VaultRead((end?.GetInt32("Version") ?? 0) + 1, at, by, purpose, items);

            try
            {
                await ToBatch(partition, complaint.Id, read, end, mark).SubmitAsync(docket, cancellationToken);
                return read;
            }
            catch (RequestFailedException lost) when (lost.Status is 409 or 412)
            {
                // The client repeats a call whose answer was lost, and then meets its own row.
                if ((await FindAsync(partition, Keys.Read(complaint.Id, read.Seq), cancellationToken))?.GetString("CommitId") == mark)
                {
                    return read;
                }
            }
        }

        throw new InvalidOperationException($"The reads of {complaint.Id} cannot be written down: its chain of reads does not go on where it ends.");
    }

    /// <summary>Every read of a complaint, in order.</summary>
    public async Task<IReadOnlyList<RecordedRead>> AllAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var reads = new List<RecordedRead>();
        var filter = Keys.Range(Keys.Partition(complaint), $"v:{complaint.Id}:", $"v:{complaint.Id};");

        await foreach (var row in docket.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            reads.Add(new RecordedRead(VaultRead.Read(Portions.Get(row, "Event")), row.GetString("Hash"), row.GetString("Previous")));
        }

        return reads;
    }

    private static Batch ToBatch(string partition, string id, VaultRead read, TableEntity? end, string mark)
    {
        var batch = new Batch(partition);
        var previous = end?.GetString("LastHash") ?? Chain.Beginning;
        var canonical = read.Canonical();
        var hash = Chain.Hash(previous, canonical);
        batch.Add(EventRow.From(batch.New(Keys.Read(id, read.Seq)), canonical, hash, previous, mark));

        var last = batch.New(Keys.EndOfReads(id));
        last["Version"] = read.Seq;
        last["LastHash"] = hash;

        if (end is null)
        {
            batch.Add(last);
        }
        else
        {
            batch.Replace(last, end.ETag);
        }

        return batch;
    }

    private async Task<TableEntity?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var row = await docket.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }
}

/// <summary>A read with its place in the chain of hashes.</summary>
public sealed record RecordedRead(VaultRead Read, string Hash, string Previous);
