using Azure.Data.Tables;
using NodaTime;

namespace Complaints.Storage.People;

/// <summary>
/// Who works in which election, and who is locked out. They are few: one call reads all of them, and what was read serves every call of the next second, so
/// whoever is locked out on one host is out on each within that.
/// </summary>
/// <param name="elections">The table of elections.</param>
/// <param name="hosts">The clock of the hosts: the real one, also where the tracker's own has been set.</param>
public sealed class PeopleStore(TableClient elections, TimeProvider? hosts = null) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    private readonly TimeProvider clock = hosts ?? TimeProvider.System;
    private readonly SemaphoreSlim looking = new(1, 1);
    private volatile Look? last;

    /// <summary>Everybody, as of less than a second ago.</summary>
    public async ValueTask<Roster> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
        {
            return fresh;
        }

        await looking.WaitAsync(cancellationToken);

        try
        {
            return Fresh ?? await LookAsync(cancellationToken);
        }
        finally
        {
            looking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => looking.Dispose();

    /// <summary>Names what somebody is in an election, in place of what they were; without roles, they are nothing there.</summary>
    public Task NameAsync(string election, Member member, string by, Instant now, CancellationToken cancellationToken) =>
        PutAsync(PersonRow.From(election, member, by, now), cancellationToken);

    /// <summary>Locks somebody out, or lets them in again.</summary>
    public Task LockAsync(string person, bool isLocked, string by, Instant now, CancellationToken cancellationToken) =>
        PutAsync(PersonRow.FromLock(person, isLocked, by, now), cancellationToken);

    // The second runs from when the look began: what is written while it lasts may be missing from it.
    private Roster? Fresh => last is { } look && clock.GetElapsedTime(look.BegunAt) < FreshFor ? look.Roster : null;

    private async Task<Roster> LookAsync(CancellationToken cancellationToken)
    {
        var begunAt = clock.GetTimestamp();
        var roster = new Roster();

        await foreach (var row in elections.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {PersonRow.Partition}"), cancellationToken: cancellationToken))
        {
            PersonRow.Read(row, roster);
        }

        last = new Look(roster, begunAt);
        return roster;
    }

    private async Task PutAsync(TableEntity row, CancellationToken cancellationToken)
    {
        await elections.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        last = null;
    }

    private sealed record Look(Roster Roster, long BegunAt);
}
