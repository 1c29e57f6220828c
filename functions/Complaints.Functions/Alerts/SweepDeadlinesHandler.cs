using System.Collections.Concurrent;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>
/// Sees to every complaint whose wake-up has come: takes the steps that time takes and writes the notices owed. Run twice, or by two hosts at
/// once, it changes nothing more: one batch wins.
/// </summary>
internal sealed partial class SweepDeadlinesHandler(
    DueStore due, DocketStore docket, ElectionStore elections, TimeProvider time, ILogger<SweepDeadlinesHandler> logger)
{
    public async Task HandleAsync(bool isPastDue, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var tally = new Tally();

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            await Task.WhenAll(DueStore.Shards.Select(shard => SweepAsync(election, shard, now, tally, cancellationToken)));
        }

        Log.Swept(logger, tally.Seen, tally.Steps, tally.Alerts, tally.Lost, isPastDue);
        tally.ThrowIfAnyFailed();
    }

    private async Task SweepAsync(Election election, char shard, Instant now, Tally tally, CancellationToken cancellationToken)
    {
        foreach (var each in await due.WakeUpsAsync(election, shard, now, cancellationToken))
        {
            try
            {
                await SeeToAsync(election, each, now, tally, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One complaint that cannot be seen to must not keep the others waiting; the sweep as a whole still fails.
                Log.Failed(logger, e, each.Reference);
                tally.Fail(e);
            }
        }
    }

    private async Task SeeToAsync(Election election, Due each, Instant now, Tally tally, CancellationToken cancellationToken)
    {
        if (await docket.FindAsync(each.Reference, cancellationToken) is not { } stored || stored.WakeUpAt != each.At)
        {
            await due.ForgetAsync(election, each, cancellationToken);
            return;
        }

        var wakeUp = Watch.At(stored.Value, each.At, now);
        var saved = await docket.SaveAsync(stored, wakeUp, cancellationToken);
        tally.Add(wakeUp, saved.IsAllowed(out _));
    }

    /// <summary>What a sweep did.</summary>
    private sealed class Tally
    {
        private int seen;
        private int steps;
        private int alerts;
        private int lost;
        private readonly ConcurrentBag<Exception> failures = [];

        public int Seen => seen;

        public int Steps => steps;

        public int Alerts => alerts;

        public int Lost => lost;

        public void Fail(Exception failure) => failures.Add(failure);

        public void ThrowIfAnyFailed()
        {
            if (!failures.IsEmpty)
            {
                throw new AggregateException("Some complaints could not be seen to; their wake-ups stay due.", failures);
            }
        }

        public void Add(WakeUp wakeUp, bool isSaved)
        {
            Interlocked.Increment(ref seen);

            if (isSaved)
            {
                Interlocked.Add(ref steps, wakeUp.Change?.Events.Count ?? 0);
                Interlocked.Add(ref alerts, wakeUp.Alerts.Count);
            }
            else
            {
                Interlocked.Increment(ref lost);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The wake-up of {Reference} failed and stays due.")]
        public static partial void Failed(ILogger logger, Exception exception, Reference reference);

        [LoggerMessage(Level = LogLevel.Information, Message = "Swept: {Seen} complaints due, {Steps} steps taken, {Alerts} notices written, {Lost} left to the next sweep (past due: {IsPastDue}).")]
        public static partial void Swept(ILogger logger, int seen, int steps, int alerts, int lost, bool isPastDue);
    }
}
