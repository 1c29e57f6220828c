using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Recompute;

/// <summary>
/// Judges an election's complaints under a new rulebook version: which move, from when to when, why. Applied, each that moves is saved by itself;
/// one that does not is not written at all. Run again, it takes up what somebody else changed meanwhile.
/// </summary>
internal sealed class RecomputeHandler(DocketStore docket, ElectionStore elections, LawShelf shelf, TimeProvider time)
{
    private const int ShardsAtOnce = 4;

    public async Task<Result<RecomputeResponse>> HandleAsync(
        string electionId, RecomputeRequest request, string caller, CancellationToken cancellationToken)
    {
        if (await elections.FindAsync(electionId, cancellationToken) is not { } election
            || await shelf.ForNewAsync(election, cancellationToken) is not { } present)
        {
            return new Refusal("election.none", $"There is no election '{electionId}' here.", Field: "election");
        }

        if (await shelf.FindAsync(request.Rulebook!, cancellationToken) is not { } rulebook)
        {
            return shelf.Unknown(request.Rulebook!);
        }

        if (rulebook.Jurisdiction != present.Jurisdiction)
        {
            return new Refusal("recompute.other-jurisdiction", $"{rulebook.Version} is the law of {rulebook.Jurisdiction}, the election is held under that of {present.Jurisdiction}.", Field: "rulebook");
        }

        if (request.ForNew)
        {
            await elections.SaveAsync(election with { Rulebook = rulebook.Version }, cancellationToken);
        }

        return await AllAsync(new Run(election, rulebook, request, caller, time.Now()), cancellationToken);
    }

    private async Task<RecomputeResponse> AllAsync(Run run, CancellationToken cancellationToken)
    {
        var tally = new RecomputeTally();
        var bounded = new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce, CancellationToken = cancellationToken };

        await System.Threading.Tasks.Parallel.ForEachAsync(DueStore.Shards, bounded, async (shard, stop) =>
        {
            await foreach (var stored in docket.AllAsync(run.Election, shard, stop))
            {
                await TakeAsync(stored, run, tally, stop);
            }
        });

        return tally.ToResponse(run.Now, run.Rulebook, run.Request);
    }

    private async Task TakeAsync(Stored<Complaint> stored, Run run, RecomputeTally tally, CancellationToken cancellationToken)
    {
        if (!run.Concerns(stored.Value.Law.Rulebook))
        {
            tally.AddOther();
            return;
        }

        var repinned = stored.Value.Repin(new Law(run.Rulebook, stored.Value.Law.Election), run.Request.Why, run.Now, run.Caller, run.Differences(stored.Value.Law.Rulebook));

        if (!repinned.IsAllowed(out var repinning))
        {
            tally.AddRefused(stored.Value, repinned.Refusals);
        }
        else if (!repinning.Recomputation.Moves)
        {
            tally.AddUnchanged();
        }
        else if (!run.Request.Apply || await IsSavedAsync(stored, repinning.Change, run.Now, cancellationToken))
        {
            tally.AddMoved(stored.Value, repinning.Recomputation);
        }
        else
        {
            tally.AddLost(stored.Value);
        }
    }

    private async Task<bool> IsSavedAsync(Stored<Complaint> stored, Change change, Instant now, CancellationToken cancellationToken)
    {
        var saved = await docket.SaveAsync(stored, Watch.AfterRepin(stored.Value, change, stored.WakeUpAt, now), cancellationToken);
        return saved.IsAllowed(out _);
    }

    private sealed record Run(Election Election, Rulebook Rulebook, RecomputeRequest Request, string Caller, Instant Now)
    {
        private readonly ConcurrentDictionary<string, IReadOnlyList<LawDifference>> differences = new(StringComparer.Ordinal);

        /// <summary>In which places the law differs from the one a complaint is pinned to.</summary>
        public IReadOnlyList<LawDifference> Differences(Rulebook pinned) =>
            differences.GetOrAdd(pinned.Version, _ => LawComparison.Between(pinned, Rulebook));

        /// <summary>Whether complaints under this law are meant.</summary>
        public bool Concerns(Rulebook pinned) => Request.From is { } from ? pinned.Id == from || pinned.Version == from : pinned.Id == Rulebook.Id;
    }
}
