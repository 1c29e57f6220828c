using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>Once a day: finishes erasures, removes news older than a day, past answers older than seven, and uploads that no event names.</summary>
internal sealed partial class TidyUpHandler(
    DueStore due,
    DocketStore docket,
    ErasureStore erasures,
    ElectionStore elections,
    EvidenceStore evidence,
    Vaults vaults,
    TimeProvider time,
    ILogger<TidyUpHandler> logger)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var (removed, erased) = (0, 0);

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            foreach (var shard in DueStore.Shards)
            {
                removed += await due.TidyUpAsync(election, shard, cancellationToken);
                erased += await EraseAsync(election, shard, cancellationToken);
            }
        }

        var swept = await evidence.SweepIncomingAsync(time.Now() - Duration.FromDays(1), DocumentsOfAsync, cancellationToken);
        Log.Tidied(logger, removed, swept.Placed, swept.Removed, erased);
    }

    private async Task<int> EraseAsync(Election election, char shard, CancellationToken cancellationToken)
    {
        var all = await erasures.AllAsync(election, shard, cancellationToken);

        foreach (var each in all)
        {
            await vaults.EraseAsync(each.Complaint, cancellationToken);
            await evidence.RemoveAllAsync(election.Id, each.Complaint, cancellationToken);

            if (each.IsOld)
            {
                await erasures.ForgetAsync(each, cancellationToken);
            }
        }

        return all.Count;
    }

    private async Task<IReadOnlyList<NamedDocument>> DocumentsOfAsync(string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) && await docket.FindAsync(reference, cancellationToken) is { Value: { IsErased: false } complaint }
            ? [.. complaint.Documents.Select(each => new NamedDocument(complaint.Law.Election.Id, each.Number, each.Sha256))]
            : [];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Tidied up: {Rows} rows removed, {Placed} documents put in their place, {Removed} uploads removed, {Erased} erasures finished.")]
        public static partial void Tidied(ILogger logger, int rows, int placed, int removed, int erased);
    }
}
