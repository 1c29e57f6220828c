using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using Complaints.Storage.Answers;
using Complaints.Storage.Codes;
using Complaints.Storage.Docket;
using Complaints.Storage.Drafts;
using Complaints.Storage.Evidence;
using Complaints.Storage.Vault;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Complaints.Functions.Alerts;

/// <summary>Once a day: finishes erasures, removes news and counted guesses older than a day, past answers older than seven, drafts nobody has changed for thirty, and what lies in evidence and vaults for an event that never came.</summary>
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
    DraftStore drafts,
    TimeProvider time,
    ILogger<TidyUpHandler> logger)
{
    /// <summary>What was sealed longer ago has been looked at: this many missed runs are made up for.</summary>
    private static readonly Duration VaultReaches = Duration.FromDays(30);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var setbacks = new Setbacks(logger);
        var all = await elections.AllAsync(cancellationToken);
        var shards = all.SelectMany(_ => DueStore.Shards, (election, shard) => (Election: election, Shard: shard, Name: $"{election.Id}/{shard}")).ToArray();
        var (erased, removed) = (0, 0);

        // What is owed to somebody comes first.
        foreach (var (election, shard, name) in shards)
        {
            erased += await setbacks.TryAsync(name, () => EraseAsync(election, shard, setbacks, cancellationToken), cancellationToken);
        }

        removed += await setbacks.TryAsync("attempts", () => attempts.TidyUpAsync(cancellationToken), cancellationToken);
        removed += await setbacks.TryAsync("answers", () => answers.TidyUpAsync(cancellationToken), cancellationToken);
        removed += await setbacks.TryAsync("drafts", () => drafts.TidyUpAsync(cancellationToken), cancellationToken);

        foreach (var (election, shard, name) in shards)
        {
            removed += await setbacks.TryAsync(name, () => due.TidyUpAsync(election, shard, cancellationToken), cancellationToken);
        }

        var aDayAgo = time.Now() - Duration.FromDays(1);
        var swept = await evidence.SweepIncomingAsync(aDayAgo, DocumentsOfAsync, setbacks.Add, cancellationToken);
        var texts = await sweep.RunAsync(aDayAgo - VaultReaches, aDayAgo, LeftOfAsync, setbacks.Add, cancellationToken);
        Log.Tidied(logger, removed, swept.Placed, swept.Removed, texts, erased);
        setbacks.ThrowIfAny();
    }

    private async Task<int> EraseAsync(Election election, char shard, Setbacks setbacks, CancellationToken cancellationToken)
    {
        var erased = 0;

        foreach (var each in await erasures.AllAsync(election, shard, cancellationToken))
        {
            erased += await setbacks.TryAsync(each.Complaint, () => EraseAsync(election, each, cancellationToken), cancellationToken);
        }

        return erased;
    }

    private async Task<int> EraseAsync(Election election, Erasing each, CancellationToken cancellationToken)
    {
        await vaults.EraseAsync(each.Complaint, cancellationToken);
        await evidence.RemoveAllAsync(election.Id, each.Complaint, cancellationToken);

        if (each.IsOld)
        {
            await erasures.ForgetAsync(each, cancellationToken);
        }

        return 1;
    }

    /// <summary>The documents that events name; none of a complaint that was erased or never recorded. Null where neither is sure: a head may be missing.</summary>
    private async Task<IReadOnlyList<NamedDocument>?> DocumentsOfAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } complaint
            ? complaint.IsErased ? [] : [.. complaint.Documents.Select(each => new NamedDocument(complaint.Law.Election.Id, each.Number, each.Sha256))]
            : await WasNeverRecordedAsync(id, cancellationToken) ? [] : null;

    /// <summary>
    /// Of a complaint that was never recorded all is left behind; of one that is, the names and notes that no event stands behind. Its key stays, even with
    /// nothing under it: somebody may be sealing a note under it at this moment.
    /// </summary>
    private async Task<Func<string, bool>> LeftOfAsync(string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } complaint)
        {
            var named = complaint.VaultItems.ToHashSet(StringComparer.Ordinal);
            return item => Complaint.IsVaultItem(item) && !named.Contains(item);
        }

        var isNothing = await WasNeverRecordedAsync(id, cancellationToken);
        return _ => isNothing;
    }

    private async Task<bool> WasNeverRecordedAsync(string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) && await docket.HasNothingOfAsync(reference, cancellationToken);

    private async Task<Complaint?> FindAsync(string id, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference) ? (await docket.FindAsync(reference, cancellationToken))?.Value : null;

    /// <summary>What failed. One thing that cannot be seen to must not keep the others waiting; the run as a whole still fails.</summary>
    private sealed class Setbacks(ILogger logger)
    {
        private readonly List<Exception> all = [];

        public void Add(string what, Exception failure)
        {
            Log.Failed(logger, failure, what);
            all.Add(failure);
        }

        public async Task<int> TryAsync(string what, Func<Task<int>> tidy, CancellationToken cancellationToken)
        {
            try
            {
                return await tidy();
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                Add(what, e);
                return 0;
            }
        }

        public void ThrowIfAny()
        {
            if (all.Count > 0)
            {
                throw new AggregateException("Not all could be tidied up; the rest was, and the next run tries again.", all);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{What} could not be tidied up; the next run tries again.")]
        public static partial void Failed(ILogger logger, Exception exception, string what);

        [LoggerMessage(
            Level = LogLevel.Information,
            Message = "Tidied up: {Rows} rows removed, {Placed} documents put in their place, {Removed} uploads and {Texts} sealed rows removed, {Erased} erasures finished.")]
        public static partial void Tidied(ILogger logger, int rows, int placed, int removed, int texts, int erased);
    }
}
