using System.Collections.Concurrent;
using Azure.Data.Tables;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>
/// The register of each election in memory: filled by one scan of the heads, kept fresh from the news rows. What this process saves is in it at
/// once; what others save, within two seconds.
/// </summary>
/// <param name="docket">The table.</param>
/// <param name="hosts">The clock of the hosts, which news goes by: the real one, also where the tracker's own has been set.</param>
public sealed class RegisterView(TableClient docket, TimeProvider? hosts = null)
{
    private static readonly Duration LooksEvery = Duration.FromSeconds(2);
    private static readonly Duration Overlap = Duration.FromMinutes(1);

    // News is kept for a day. Who has not looked for half of one reads the heads again.
    private static readonly Duration NewsReaches = Duration.FromHours(12);

    private readonly TimeProvider clock = hosts ?? TimeProvider.System;

    private readonly ConcurrentDictionary<string, Shelf> shelves = new(StringComparer.Ordinal);

    /// <summary>Every complaint of an election, by id; the very same list until one of them changes.</summary>
    public async Task<IReadOnlyCollection<RegisterEntry>> ReadAsync(string election, CancellationToken cancellationToken)
    {
        var shelf = shelves.GetOrAdd(election, _ => new Shelf());
        await shelf.Looking.WaitAsync(cancellationToken);

        try
        {
            var now = Now();

            if (shelf.LookedAt is not { } last || now - last >= LooksEvery)
            {
                var since = now - shelf.LookedAt < NewsReaches ? shelf.LookedAt : null;
                await Task.WhenAll(Keys.Shards.Select(shard => LookAsync(shelf, Keys.Partition(election, shard), since, cancellationToken)));
                shelf.LookedAt = now;
            }
        }
        finally
        {
            shelf.Looking.Release();
        }

        return shelf.InOrder();
    }

    internal void Put(RegisterEntry entry, string election) => shelves.GetOrAdd(election, _ => new Shelf()).Put(entry);

    /// <summary>The hour of the hosts.</summary>
    internal Instant Now() => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task LookAsync(Shelf shelf, string partition, Instant? since, CancellationToken cancellationToken)
    {
        var (filter, columns) = since is { } last
            ? (Keys.Range(partition, $"n:{Keys.Text(last - Overlap)}", "n;"), null)
            : (Keys.Range(partition, "c:", "c;"), HeadRow.RegisterColumns);

        await foreach (var row in docket.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
        {
            shelf.Put(HeadRow.ToRegister(row));
        }
    }

    private sealed class Shelf
    {
        private readonly ConcurrentDictionary<string, RegisterEntry> entries = new(StringComparer.Ordinal);
        private long changes;
        private volatile Ordered? ordered;

        public SemaphoreSlim Looking { get; } = new(1, 1);

        public Instant? LookedAt { get; set; }

        public void Put(RegisterEntry entry)
        {
            entries.AddOrUpdate(entry.Id, entry, (_, old) => entry.Version >= old.Version ? entry : old);
            Interlocked.Increment(ref changes);
        }

        public IReadOnlyCollection<RegisterEntry> InOrder()
        {
            var seen = Interlocked.Read(ref changes);

            if (ordered is not { } known || known.Changes != seen)
            {
                // What is put meanwhile may be in it or not: the count of changes is then another, and the next reader orders anew.
                ordered = known = new Ordered([.. entries.Values.OrderBy(each => each.Id, StringComparer.Ordinal)], seen);
            }

            return known.Entries;
        }

        private sealed record Ordered(IReadOnlyList<RegisterEntry> Entries, long Changes);
    }
}
