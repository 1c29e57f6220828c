using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Docket.Rebuilding;
using Complaints.Storage.Evidence;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Docket.Rebuild;

/// <summary>Mends what is derived from events, rows and the places of documents, and says what it mended; in a healthy store nothing.</summary>
internal sealed partial class RebuildIndexesHandler(
    IndexRebuild indexes, DocketStore docket, ElectionStore elections, EvidenceStore evidence, TimeProvider time, ILogger<RebuildIndexesHandler> logger)
{
    /// <summary>Every election.</summary>
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            try
            {
                await RebuildAsync(election, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                // One election that cannot be looked at must not keep the others waiting; the run as a whole still fails.
                Log.Failed(logger, e, election.Id);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Some elections could not be rebuilt; the next run tries again.", failures);
        }
    }

    /// <summary>One election.</summary>
    public async Task<Result<Rebuilt>> HandleAsync(string id, CancellationToken cancellationToken) =>
        await elections.FindAsync(id, cancellationToken) is { } election
            ? await RebuildAsync(election, cancellationToken)
            : new Refusal("election.none", $"There is no election '{id}' here.", Field: "election");

    private async Task<Rebuilt> RebuildAsync(Election election, CancellationToken cancellationToken)
    {
        var rebuilt = await indexes.RunAsync(election, time.Now(), cancellationToken);

        void Failed(string complaint, Exception failure)
        {
            Log.NotPlaced(logger, failure, complaint);
            rebuilt.Add(new RebuiltRow(RebuiltKind.Record, complaint, "A document that waits for its place could not be put there; the log says why."));
        }

        await foreach (var (complaint, number) in evidence.FinishPlacingAsync((id, stop) => DocumentsOfAsync(election, id, stop), Failed, cancellationToken))
        {
            rebuilt.Add(new RebuiltRow(RebuiltKind.Document, complaint, FormattableString.Invariant($"Document {number} had not reached its place; it was put there.")));
        }

        foreach (var row in rebuilt.First)
        {
            Log.Found(logger, election.Id, row.Kind, row.Complaint, row.What);
        }

        Log.Rebuilt(logger, election.Id, rebuilt.Complaints, rebuilt.Mended, rebuilt.Broken, rebuilt.Left);
        return rebuilt;
    }

    private async Task<IReadOnlyList<NamedDocument>> DocumentsOfAsync(Election election, string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) && string.Equals(reference.Code, election.Code, StringComparison.OrdinalIgnoreCase)
        && await docket.FindAsync(reference, cancellationToken) is { Value: { IsErased: false } complaint }
            ? [.. complaint.Documents.Select(each => new NamedDocument(election.Id, each.Number, each.Sha256))]
            : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Rebuild of {Election}: {Kind} of {Complaint}: {What}")]
        public static partial void Found(ILogger logger, string election, RebuiltKind kind, string complaint, string what);

        [LoggerMessage(Level = LogLevel.Error, Message = "A document of {Complaint} could not be put in its place.")]
        public static partial void NotPlaced(ILogger logger, Exception exception, string complaint);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Election} could not be rebuilt.")]
        public static partial void Failed(ILogger logger, Exception exception, string election);

        [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt {Election}: {Complaints} complaints looked at, {Mended} rows mended, {Broken} complaints broken, {Left} left to the next run.")]
        public static partial void Rebuilt(ILogger logger, string election, int complaints, int mended, int broken, int left);
    }
}
