using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>Hands out the notices in the outbox, each after asking whether it is still true.</summary>
internal sealed partial class DeliverAlertsHandler(
    DueStore due, DocketStore docket, ElectionStore elections, TimeProvider time, ILogger<DeliverAlertsHandler> logger)
{
    /// <summary>From when on a notice is marked late: the sweep runs every minute.</summary>
    private static readonly Duration LateAfter = Duration.FromMinutes(10);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var failures = new ConcurrentBag<Exception>();

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            await DeliverAsync(election, failures, cancellationToken);
        }

        if (!failures.IsEmpty)
        {
            throw new AggregateException("Some notices could not be handed out; they stay in the outbox.", failures);
        }
    }

    /// <summary>Hands out what is owed in one election. What fails is noted on it, stays in the outbox, and does not keep the others waiting.</summary>
    public async Task DeliverAsync(Election election, ConcurrentBag<Exception> failures, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await Task.WhenAll(DueStore.Shards.Select(shard => DeliverAsync(election, shard, now, failures, cancellationToken)));
    }

    private async Task DeliverAsync(Election election, char shard, Instant now, ConcurrentBag<Exception> failures, CancellationToken cancellationToken)
    {
        foreach (var alert in await due.AlertsAsync(election, shard, now, cancellationToken))
        {
            if (!Reference.Parse(alert.Complaint).IsAllowed(out var reference) || await due.DropRepeatedAsync(election, reference, alert, cancellationToken))
            {
                continue;
            }

            try
            {
                await due.CloseAsync(election, reference, alert, now, await HandOutAsync(reference, alert, now, cancellationToken), cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, e, alert.Id, reference);
                failures.Add(e);
                await due.FailAsync(election, reference, alert, now, DueStore.IsOutage(e) ? "storage" : "record", cancellationToken);
            }
        }
    }

    private async Task<string> HandOutAsync(Reference reference, Alert alert, Instant now, CancellationToken cancellationToken)
    {
        if (await docket.FindAsync(reference, cancellationToken) is not { } stored || !Watch.IsStillOwed(stored.Value, alert))
        {
            return "withdrawn";
        }

        Log.Alert(logger, alert.Id, reference, alert.Kind, alert.Proceeding, alert.Forum, alert.Limit, RecordJson.Text(alert.DueExclusive), now - alert.Moment > LateAfter);
        return "logged";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Alert {Id} of {Reference} could not be handed out and stays in the outbox.")]
        public static partial void Failed(ILogger logger, Exception exception, string id, Reference reference);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Alert {Id}: {Reference} {Kind}, proceeding {Proceeding} with {Forum}, limit {Limit}, first instant too late {Due} (late notice: {IsLate}).")]
        public static partial void Alert(
            ILogger logger, string id, Reference reference, AlertKind kind, int? proceeding, string forum, string limit, string due, bool isLate);
    }
}
