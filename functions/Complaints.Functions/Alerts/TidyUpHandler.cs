using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Answers;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>Once a day: finishes erasures, removes news and counted guesses older than a day, past answers older than seven, and what lies in evidence and vaults for an event that never came.</summary>
internal sealed partial class TidyUpHandler(
    DueStore due,
    DocketStore docket,
    ErasureStore erasures,
    ElectionStore elections,
    EvidenceStore evidence,
    Vaults vaults,
    VaultSweep sweep,
    AttemptStore attempts,
    AnswerStore answers,
    TimeProvider time,
    ILogger<TidyUpHandler> logger)
{
    /// <summary>What was sealed longer ago has been looked at: this many missed runs are made up for.</summary>
    private static readonly Duration VaultReaches = Duration.FromDays(30);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var (removed, erased) = (await attempts.TidyUpAsync(cancellationToken) + await answers.TidyUpAsync(cancellationToken), 0);

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            foreach (var shard in DueStore.Shards)
            {
                removed += await due.TidyUpAsync(election, shard, cancellationToken);
                erased += await EraseAsync(election, shard, cancellationToken);
            }
        }

        var aDayAgo = time.Now() - Duration.FromDays(1);
        var swept = await evidence.SweepIncomingAsync(aDayAgo, DocumentsOfAsync, cancellationToken);
        var texts = await sweep.RunAsync(aDayAgo - VaultReaches, aDayAgo, LeftOfAsync, cancellationToken);
        Log.Tidied(logger, removed, swept.Placed, swept.Removed, texts, erased);
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
        await FindAsync(id, cancellationToken) is { IsErased: false } complaint
            ? [.. complaint.Documents.Select(each => new NamedDocument(complaint.Law.Election.Id, each.Number, each.Sha256))]
            : [];

    /// <summary>Of a complaint that was never recorded all is left behind; of one that is, the names and notes that no event stands behind.</summary>
    private async Task<Func<string, bool>> LeftOfAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } complaint)
        {
            var named = complaint.VaultItems.ToHashSet(StringComparer.Ordinal);
            return item => Complaint.IsVaultItem(item) && !named.Contains(item);
        }

        var isNothing = Reference.Parse(id).IsAllowed(out var reference) && await docket.HasNothingOfAsync(reference, cancellationToken);
        return _ => isNothing;
    }

    private async Task<Complaint?> FindAsync(string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) ? (await docket.FindAsync(reference, cancellationToken))?.Value : null;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Tidied up: {Rows} rows removed, {Placed} documents put in their place, {Removed} uploads and {Texts} sealed rows removed, {Erased} erasures finished.")]
        public static partial void Tidied(ILogger logger, int rows, int placed, int removed, int texts, int erased);
    }
}
