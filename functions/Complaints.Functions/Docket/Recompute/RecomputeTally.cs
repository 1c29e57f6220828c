using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Docket.Recompute;

/// <summary>What has become of the complaints so far. Several are taken at once.</summary>
internal sealed class RecomputeTally
{
    /// <summary>How many are told one by one; all are counted.</summary>
    private const int MostTold = 1_000;

    private readonly ConcurrentBag<MoveResponse> moves = [];
    private readonly ConcurrentBag<RefusedResponse> refused = [];
    private readonly ConcurrentBag<string> lost = [];
    private int moved;
    private int unchanged;
    private int underOtherLaw;

    public void AddMoved(Complaint complaint, Recomputation recomputation)
    {
        if (Interlocked.Increment(ref moved) <= MostTold)
        {
            moves.Add(new MoveResponse(complaint.Id, complaint.Reference, recomputation.From, ChangeResponse.From(recomputation)));
        }
    }

    public void AddUnchanged() => Interlocked.Increment(ref unchanged);

    public void AddOther() => Interlocked.Increment(ref underOtherLaw);

    public void AddRefused(Complaint complaint, IReadOnlyList<Refusal> refusals) =>
        refused.Add(new RefusedResponse(complaint.Id, complaint.Reference, refusals));

    public void AddLost(Complaint complaint) => lost.Add(complaint.Id);

    public RecomputeResponse ToResponse(Instant now, Rulebook rulebook, RecomputeRequest request) => new()
    {
        AsOf = now,
        Rulebook = rulebook.Version,
        Hash = rulebook.Hash,
        Applied = request.Apply,
        ForNew = request.ForNew,
        Moved = moved,
        Moves = [.. moves.OrderBy(each => each.Id, StringComparer.Ordinal)],
        Unchanged = unchanged,
        UnderOtherLaw = underOtherLaw,
        Refused = [.. refused.OrderBy(each => each.Id, StringComparer.Ordinal).Take(MostTold)],
        Lost = [.. lost.Order(StringComparer.Ordinal).Take(MostTold)],
    };
}
