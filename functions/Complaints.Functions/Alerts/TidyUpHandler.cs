using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>Once a day: removes news and counted guesses older than a day, past answers older than seven, and uploads that no event names.</summary>
internal sealed partial class TidyUpHandler(
    DueStore due, DocketStore docket, ElectionStore elections, EvidenceStore evidence, AttemptStore attempts, TimeProvider time, ILogger<TidyUpHandler> logger)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var removed = await attempts.TidyUpAsync(cancellationToken);

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            foreach (var shard in DueStore.Shards)
            {
                removed += await due.TidyUpAsync(election, shard, cancellationToken);
            }
        }

        var swept = await evidence.SweepIncomingAsync(time.Now() - Duration.FromDays(1), DocumentsOfAsync, cancellationToken);
        Log.Tidied(logger, removed, swept.Placed, swept.Removed);
    }

    private async Task<IReadOnlyList<NamedDocument>> DocumentsOfAsync(string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) && await docket.FindAsync(reference, cancellationToken) is { Value: var complaint }
            ? [.. complaint.Documents.Select(each => new NamedDocument(complaint.Law.Election.Id, each.Number, each.Sha256))]
            : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Tidied up: {Rows} rows removed, {Placed} documents put in their place, {Removed} uploads removed.")]
        public static partial void Tidied(ILogger logger, int rows, int placed, int removed);
    }
}
