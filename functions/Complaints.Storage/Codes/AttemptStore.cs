using Azure;
using Azure.Data.Tables;
using NodaTime;

namespace Complaints.Storage.Codes;

/// <summary>
/// How often somebody guessed: by where they call from and by the complaint they named, whether there is one or not. All hosts share it. Every attempt is counted
/// before it is made and taken back when it proves right, so many at once are as many one after the other.
/// </summary>
/// <param name="codes">The table of codes.</param>
/// <param name="hosts">The clock of the hosts: the real one, also where the tracker's own has been set.</param>
public sealed class AttemptStore(TableClient codes, TimeProvider? hosts = null)
{
    /// <summary>All attempts lie in a partition that no complaint's id can take: they are few, and one query finds the old ones.</summary>
    private const string Partition = "~attempts";

    /// <summary>How often two attempts may meet before one has to wait.</summary>
    private const int Tries = 20;

    private static readonly Duration ForgottenAfter = Duration.FromDays(1);
    private static readonly Duration Moment = Duration.FromSeconds(1);

    private readonly TimeProvider clock = hosts ?? TimeProvider.System;

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Counts an attempt, or says how long to wait until the next one; then nothing is counted.</summary>
    /// <param name="address">What stands for the caller's address, in lower-case letters and digits.</param>
    /// <param name="complaint">The complaint's id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<Attempt> BeginAsync(string address, string complaint, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var read = await Task.WhenAll(
                ReadAsync($"a:{KeyPart.Check(address)}", Delays.OfAddress, cancellationToken), ReadAsync($"c:{KeyPart.Check(complaint)}", Delays.OfComplaint, cancellationToken));
            var now = Now;

            if (read.Max(each => each.NextAt) is var next && next > now)
            {
                return Attempt.After(next - now);
            }

            if (await CountAsync(read[0], now, cancellationToken) is not { } caller)
            {
                continue;
            }

            if (await CountAsync(read[1], now, cancellationToken) is { } named)
            {
                return new Attempt(caller, named);
            }

            // Nothing was guessed, so the caller's own count stays as it was.
            await TakeBackAsync(caller, cancellationToken);
        }

        return Attempt.After(Moment);
    }

    /// <summary>It was no guess: the caller's count is what it was before, and the complaint's begins anew.</summary>
    public Task SucceedAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.WhenAll(TakeBackAsync(attempt.Caller!, cancellationToken), TakeBackAsync(attempt.Named! with { Before = 0 }, cancellationToken));

    /// <summary>Removes the counts that are forgotten, and counts them.</summary>
    public async Task<int> TidyUpAsync(CancellationToken cancellationToken)
    {
        // Neither key holds an hour. They are few: those of a day.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and NextAt lt {(Now - ForgottenAfter).ToDateTimeOffset()}");
        var removed = 0;

        await foreach (var row in codes.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            removed += await TryAsync(() => codes.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellationToken)) is null ? 0 : 1;
        }

        return removed;
    }

    private async Task<Count> ReadAsync(string key, Delays delays, CancellationToken cancellationToken)
    {
        var found = await codes.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancellationToken);

        if (!found.HasValue)
        {
            return new Count(key, delays, 0, Instant.MinValue, null);
        }

        var row = found.Value!;
        var next = Instant.FromDateTimeOffset(row.GetDateTimeOffset("NextAt")!.Value);
        return new Count(key, delays, next + ForgottenAfter < Now ? 0 : row.GetInt32("Failures")!.Value, next, row.ETag);
    }

    /// <summary>One more, with the wait that follows; null where somebody else was faster.</summary>
    private async Task<Counted?> CountAsync(Count count, Instant now, CancellationToken cancellationToken)
    {
        var failures = count.Failures + 1;
        var tag = await PutAsync(count.Key, failures, now + count.Delays.After(failures), count.Tag, cancellationToken);
        return tag is { } written ? new Counted(count.Key, count.Failures, written) : null;
    }

    /// <summary>Where somebody else has guessed meanwhile, theirs stays counted and so does this.</summary>
    private Task TakeBackAsync(Counted counted, CancellationToken cancellationToken) => PutAsync(counted.Key, counted.Before, Now, counted.Tag, cancellationToken);

    private async Task<ETag?> PutAsync(string key, int failures, Instant next, ETag? before, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, key) { ["Failures"] = failures, ["NextAt"] = next.ToDateTimeOffset() };
        var written = await TryAsync(() => before is { } tag
            ? codes.UpdateEntityAsync(row, tag, TableUpdateMode.Replace, cancellationToken)
            : codes.AddEntityAsync(row, cancellationToken));
        return written?.Headers.ETag;
    }

    private static async Task<Response?> TryAsync(Func<Task<Response>> change)
    {
        try
        {
            return await change();
        }
        catch (RequestFailedException faster) when (faster.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private sealed record Count(string Key, Delays Delays, int Failures, Instant NextAt, ETag? Tag);
}
