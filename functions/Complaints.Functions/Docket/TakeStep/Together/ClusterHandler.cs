using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Docket.TakeStep.Together;

/// <summary>Finds the complaints about one act, and takes one step in each of those that were picked.</summary>
internal sealed partial class ClusterHandler(
    RegisterView register, ElectionStore elections, DocketStore docket, TakeStepHandler steps, TimeProvider time, ILogger<ClusterHandler> logger)
{
    private const int SideBySide = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private static readonly Refusal NotSaved = new("cluster.not-saved", "It could not be saved just now. Send it again; what is on record is not recorded twice.");

    /// <summary>The election, if the caller works on complaints there.</summary>
    public async Task<Result<Election>> ElectionAsync(string id, Caller caller, CancellationToken cancellationToken) =>
        await elections.FindAsync(id, cancellationToken) is not { } election ? new Refusal("election.none", $"There is no election '{id}' here.", Field: "election")
        : caller.Refuse(Roles.Observer | Roles.Coordinator, election.Id) is { } notTheirs ? notTheirs
        : election;

    /// <summary>The acts that complaints of the caller are about, the most challenged first.</summary>
    public async Task<IReadOnlyList<ActCount>> ActsAsync(Election election, Caller caller, CancellationToken cancellationToken) =>
    [
        .. (await TheirsAsync(election, caller, cancellationToken)).Where(each => each.ChallengedAct is not null).GroupBy(each => each.ChallengedAct!)
            .Select(each => new ActCount(each.Key, each.Count())).OrderByDescending(each => each.Count).ThenBy(each => each.Act, StringComparer.Ordinal),
    ];

    /// <summary>A page of the complaints about one act.</summary>
    public async Task<Cluster> FindAsync(Election election, ClusterQuery query, Caller caller, CancellationToken cancellationToken)
    {
        string[] ids = [.. (await TheirsAsync(election, caller, cancellationToken)).Where(each => each.ChallengedAct == query.Act).Select(each => each.Id)];
        var pages = Math.Max(1, (ids.Length + Cluster.MostAtOnce - 1) / Cluster.MostAtOnce);
        var page = Math.Min(query.Page, pages);
        var some = await ReadAsync(ids.Skip((page - 1) * Cluster.MostAtOnce).Take(Cluster.MostAtOnce), caller, cancellationToken);
        return new Cluster(election, query.Act, ids.Length, [.. some.Select(each => each.Found.IsAllowed(out var stored) ? stored.Value : null).OfType<Complaint>()], page, pages);
    }

    /// <summary>The complaints picked, each as it is found or with why it is not one of them, in the order in which they were picked.</summary>
    public async Task<IReadOnlyList<Picked>> PickAsync(ClusterQuery query, Caller caller, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(query.Picks, caller, cancellationToken)).Select(each => each.Found.IsAllowed(out var stored) && !IsOf(query, stored.Value)
            ? each with { Found = new Refusal("cluster.not-of-the-act", "This complaint is about another act. Take the step on its own page.", Field: "pick") }
            : each)];

    /// <summary>What would become of each if the step were taken now. Nothing is saved.</summary>
    public IReadOnlyList<TogetherOutcome> Try(IReadOnlyList<Picked> picked, TakeStepRequest request, Caller caller) =>
    [
        .. picked.Select(each => new TogetherOutcome(
            each.Id, each.Found.IsAllowed(out var stored) ? stored.Value.Take(request.ToStep(), time.Now(), caller.Pseudonym).Refusals : each.Found.Refusals)),
    ];

    /// <summary>Takes the step in each. One that fails costs the others nothing.</summary>
    /// <param name="picked">The complaints.</param>
    /// <param name="request">The step.</param>
    /// <param name="caller">Who takes it.</param>
    /// <param name="repeatable">What marks the step of one complaint, so that it is taken once however often it is sent.</param>
    /// <param name="cancellationToken">Stops before the next one.</param>
    public async Task<IReadOnlyList<TogetherOutcome>> TakeAsync(
        IReadOnlyList<Picked> picked, TakeStepRequest request, Caller caller, Func<string, RepeatableRequest?> repeatable, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var outcomes = new TogetherOutcome[picked.Count];
        await SideBySideAsync(picked.Count, async at => outcomes[at] = await TakeAsync(picked[at], request, caller, repeatable, patience.Token, cancellationToken));
        return outcomes;
    }

    private async Task<TogetherOutcome> TakeAsync(
        Picked each, TakeStepRequest request, Caller caller, Func<string, RepeatableRequest?> repeatable, CancellationToken stop, CancellationToken gone)
    {
        if (!each.Found.IsAllowed(out var stored))
        {
            return new TogetherOutcome(each.Id, each.Found.Refusals);
        }

        try
        {
            return new TogetherOutcome(each.Id, (await steps.HandleAsync(stored, request, caller, version: null, repeatable(each.Id), stop)).Refusals);
        }
        catch (Exception e) when (!gone.IsCancellationRequested)
        {
            Log.NotSaved(logger, each.Id, e);
            return new TogetherOutcome(each.Id, [NotSaved]);
        }
    }

    private async Task<IEnumerable<RegisterEntry>> TheirsAsync(Election election, Caller caller, CancellationToken cancellationToken) =>
        (await register.ReadAsync(election.Id, cancellationToken)).Where(each => caller.MayOpen(election.Id, each.KeptBy)).Select(each => each.Shown());

    private async Task<IReadOnlyList<Picked>> ReadAsync(IEnumerable<string> ids, Caller caller, CancellationToken cancellationToken)
    {
        var all = ids.ToArray();
        var found = new Picked[all.Length];
        await SideBySideAsync(all.Length, async at => found[at] = new Picked(all[at], await docket.ComplaintAsync(all[at], caller, cancellationToken)));
        return found;
    }

    private static Task SideBySideAsync(int count, Func<int, Task> act) => Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (at, _) => await act(at));

    private static bool IsOf(ClusterQuery query, Complaint complaint) =>
        complaint.Law.Election.Id == query.Election && complaint.Grievance.ChallengedAct == query.Act;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A step that many complaints take together could not be saved for {Complaint}.")]
        public static partial void NotSaved(ILogger logger, string complaint, Exception e);
    }
}

/// <summary>A complaint that was picked.</summary>
/// <param name="Id">The id as it was sent.</param>
/// <param name="Found">The complaint, or why it is not to be had.</param>
internal sealed record Picked(string Id, Result<Stored<Complaint>> Found);
