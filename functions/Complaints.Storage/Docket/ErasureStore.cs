using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket;

/// <summary>
/// The erasures that are to be seen to. Each is put here by the batch of its event and stays for a day: it is finished more than once, so that neither an
/// interruption nor a write that was on its way leaves anything behind.
/// </summary>
/// <param name="docket">The table.</param>
/// <param name="hosts">The clock of the hosts: the real one, also where the tracker's own has been set.</param>
public sealed class ErasureStore(TableClient docket, TimeProvider? hosts = null)
{
    private static readonly TimeSpan StaysFor = TimeSpan.FromDays(1);

    /// <summary>The complaints of one shard whose erasure is to be finished, or finished once more.</summary>
    public async Task<IReadOnlyList<Erasing>> AllAsync(Election election, char shard, CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);
        var old = (hosts ?? TimeProvider.System).GetUtcNow() - StaysFor;

        return await docket.QueryAsync<TableEntity>(Keys.Range(partition, "e:", "e;"), cancellationToken: cancellationToken)
            .Select(row => new Erasing(row.RowKey[2..], partition, row.Timestamp < old))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Forgets an erasure that was finished a day after its event.</summary>
    public Task ForgetAsync(Erasing erasing, CancellationToken cancellationToken) =>
        docket.DeleteEntityAsync(erasing.Partition, Keys.Erasing(erasing.Complaint), cancellationToken: cancellationToken);
}

/// <summary>An erasure that is to be seen to.</summary>
/// <param name="Complaint">The complaint's id.</param>
/// <param name="Partition">Where its row lies.</param>
/// <param name="IsOld">Whether its event is more than a day old: nothing that began before it can still be on its way.</param>
public sealed record Erasing(string Complaint, string Partition, bool IsOld);
