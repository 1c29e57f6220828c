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
        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            await RebuildAsync(election, cancellationToken);
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

        await foreach (var (complaint, number) in evidence.FinishPlacingAsync((id, stop) => DocumentsOfAsync(election, id, stop), cancellationToken))
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
        && await docket.FindAsync(reference, cancellationToken) is { Value: var complaint }
            ? [.. complaint.Documents.Select(each => new NamedDocument(election.Id, each.Number, each.Sha256))]
            : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Rebuild of {Election}: {Kind} of {Complaint}: {What}")]
        public static partial void Found(ILogger logger, string election, RebuiltKind kind, string complaint, string what);

        [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilt {Election}: {Complaints} complaints looked at, {Mended} rows mended, {Broken} complaints broken, {Left} left to the next run.")]
        public static partial void Rebuilt(ILogger logger, string election, int complaints, int mended, int broken, int left);
    }
}
