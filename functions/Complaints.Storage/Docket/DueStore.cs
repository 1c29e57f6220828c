using Azure;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Storage.Docket;

/// <summary>A complaint that is to be looked at.</summary>
/// <param name="At">The instant of its wake-up.</param>
/// <param name="Reference">The complaint.</param>
public sealed record Due(Instant At, Reference Reference)
{
    internal ETag Tag { get; init; }
}

/// <summary>A notice that is off the table.</summary>
/// <param name="Alert">The notice.</param>
/// <param name="At">When it was seen to.</param>
/// <param name="Became">What became of it: a code; an address is never among them.</param>
public sealed record ClosedNotice(Alert Alert, Instant At, string Became);

/// <summary>A notice that was owed and has not been handed out.</summary>
/// <param name="Alert">The notice.</param>
/// <param name="FailedAt">When it was last tried in vain; null if it never was.</param>
/// <param name="Why">A code for why; null if it never was.</param>
public sealed record Undelivered(Alert Alert, Instant? FailedAt, string? Why);

/// <summary>What is due: wake-ups and notices up to an instant. One request a shard, whatever the table holds.</summary>
/// <param name="docket">The table.</param>
/// <param name="hosts">The clock of the hosts, by which old rows are tidied up: the real one, also where the tracker's own has been set.</param>
public sealed class DueStore(TableClient docket, TimeProvider? hosts = null)
{
    /// <summary>The shards of an election, each a partition of its own.</summary>
    public static string Shards => Keys.Shards;

    /// <summary>Whether something failed because the storage did not do what it was asked, and not because of what is kept there.</summary>
    public static bool IsOutage(Exception failure) => failure is RequestFailedException or TimeoutException or System.IO.IOException;

    /// <summary>The wake-ups of one shard up to now, in order.</summary>
    public async Task<IReadOnlyList<Due>> WakeUpsAsync(Election election, char shard, Instant now, CancellationToken cancellationToken)
    {
        var due = new List<Due>();

        await foreach (var row in RowsAsync(election, shard, "w:", now, cancellationToken))
        {
            var end = row.RowKey.IndexOf('Z', StringComparison.Ordinal);

            if (Reference.Parse(row.RowKey[(end + 2)..]).IsAllowed(out var reference))
            {
                due.Add(new Due(Keys.Instant(row.RowKey[2..(end + 1)]), reference) { Tag = row.ETag });
            }
        }

        return due;
    }

    /// <summary>Removes a wake-up that no complaint's head knows, unless it has been put there anew since it was read.</summary>
    public async Task ForgetAsync(Election election, Due due, CancellationToken cancellationToken)
    {
        try
        {
            await docket.DeleteEntityAsync(
                Keys.Partition(election, due.Reference), Keys.WakeUp(due.At, due.Reference.Id), due.Tag, cancellationToken);
        }
        catch (RequestFailedException anew) when (anew.Status == 412)
        {
            // The complaint has been moved back to this very instant: the row is its wake-up again.
        }
    }

    /// <summary>The notices of one shard up to now, in order.</summary>
    public async Task<IReadOnlyList<Alert>> AlertsAsync(Election election, char shard, Instant now, CancellationToken cancellationToken)
    {
        var alerts = new List<Alert>();

        await foreach (var row in RowsAsync(election, shard, "o:", now, cancellationToken))
        {
            alerts.Add(OutboxRow.ToAlert(row));
        }

        return alerts;
    }

    /// <summary>The notices of an election that were owed before this and are still in the outbox, in order; at most so many.</summary>
    public async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(Election election, Instant owedBefore, int most, CancellationToken cancellationToken)
    {
        // The rows of a shard lie in the order in which they are owed: no more of them can be among the first.
        var all = await Task.WhenAll(Shards.Select(async shard =>
            await RowsAsync(election, shard, "o:", owedBefore, cancellationToken, most).Take(most).Select(OutboxRow.ToUndelivered).ToListAsync(cancellationToken)));

        return [.. all.SelectMany(each => each).OrderBy(each => each.Alert.Moment).ThenBy(each => each.Alert.Id, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Notes on a notice that it could not be handed out; where it is gone meanwhile, nothing.</summary>
    public async Task FailAsync(Election election, Reference reference, Alert alert, Instant now, string why, CancellationToken cancellationToken)
    {
        try
        {
            await docket.UpdateEntityAsync(
                OutboxRow.Failed(new TableEntity(Keys.Partition(election, reference), Keys.Outbox(alert.Moment, alert.Id)), now, why),
                ETag.All,
                TableUpdateMode.Merge,
                cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Handed out or given up by another host.
        }
    }

    /// <summary>Removes a notice that was handed out before, and was written again when a correction led back beyond its moment; false if it was not.</summary>
    public async Task<bool> DropRepeatedAsync(Election election, Reference reference, Alert alert, CancellationToken cancellationToken)
    {
        var (partition, log) = (Keys.Partition(election, reference), Keys.Delivered(reference.Id, alert.Moment, alert.Id));

        if (!(await docket.GetEntityIfExistsAsync<TableEntity>(partition, log, cancellationToken: cancellationToken)).HasValue)
        {
            return false;
        }

        await docket.DeleteEntityAsync(partition, Keys.Outbox(alert.Moment, alert.Id), cancellationToken: cancellationToken);
        return true;
    }

    /// <summary>Moves a notice from the outbox to the complaint's delivery log, with what became of it; where another host has done so, nothing.</summary>
    public Task CloseAsync(Election election, Reference reference, Alert alert, Instant now, string became, CancellationToken cancellationToken) =>
        CloseAsync(election, reference, alert, now, became, null, null, cancellationToken);

    /// <summary>Moves a notice that nobody can hand out to the delivery log, with who gave it up and why.</summary>
    public Task GiveUpAsync(Election election, Reference reference, Alert alert, Instant now, string by, string reason, CancellationToken cancellationToken) =>
        CloseAsync(election, reference, alert, now, "given up", by, reason, cancellationToken);

    private async Task CloseAsync(
        Election election, Reference reference, Alert alert, Instant now, string became, string? by, string? reason, CancellationToken cancellationToken)
    {
        var batch = new Batch(Keys.Partition(election, reference));
        var log = OutboxRow.From(batch.New(Keys.Delivered(reference.Id, alert.Moment, alert.Id)), alert);
        log["Became"] = became;
        log["ClosedAt"] = RecordJson.Text(now);

        if (by is not null)
        {
            log["By"] = by;
            log["Reason"] = reason;
        }

        batch.Put(log);
        batch.Remove(Keys.Outbox(alert.Moment, alert.Id));

        try
        {
            await batch.SubmitAsync(docket, cancellationToken);
        }
        catch (RequestFailedException closed) when (closed.Status == 404)
        {
            // The outbox row is gone, so the log has it already.
        }
    }

    /// <summary>What became of the notices about one complaint, in the order of their moments.</summary>
    public async Task<IReadOnlyList<ClosedNotice>> ClosedAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var closed = new List<ClosedNotice>();

        await foreach (var row in docket.QueryAsync<TableEntity>(
            Keys.Range(Keys.Partition(complaint), $"a:{complaint.Id}:", $"a:{complaint.Id};"), cancellationToken: cancellationToken))
        {
            closed.Add(new ClosedNotice(OutboxRow.ToAlert(row), InstantPattern.ExtendedIso.Parse(row.GetString("ClosedAt")).Value, row.GetString("Became")!));
        }

        return closed;
    }

    /// <summary>Removes news older than a day and past answers older than seven days, and counts them.</summary>
    public async Task<int> TidyUpAsync(Election election, char shard, CancellationToken cancellationToken)
    {
        var partition = Keys.Partition(election.Id, shard);

        // A past answer has no instant in its key, so the table's own time stamp is asked. They are few: those of a week.
        var now = (hosts ?? TimeProvider.System).GetUtcNow();
        var news = Keys.Range(partition, "n:", $"n:{Keys.Text(Instant.FromDateTimeOffset(now.AddDays(-1)))}");
        var answers = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"k:"} and RowKey lt {"k;"} and Timestamp lt {now.AddDays(-7)}");
        var removed = 0;

        foreach (var filter in new[] { news, answers })
        {
            await foreach (var row in docket.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken))
            {
                await docket.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
                removed++;
            }
        }

        return removed;
    }

    private AsyncPageable<TableEntity> RowsAsync(Election election, char shard, string kind, Instant now, CancellationToken cancellationToken, int? atOnce = null) =>
        docket.QueryAsync<TableEntity>(
            Keys.Range(Keys.Partition(election.Id, shard), kind, kind + Keys.Text(now + Duration.FromMilliseconds(1))), atOnce, cancellationToken: cancellationToken);
}
