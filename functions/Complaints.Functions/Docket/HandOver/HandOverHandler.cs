using Complaints.Domain;
using Complaints.Domain.Docket;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.Docket;
using Complaints.Storage.People;

namespace Complaints.Functions.Docket.HandOver;

/// <summary>Hands a complaint to a colleague, whom the team of its election names as an observer or a coordinator.</summary>
internal sealed class HandOverHandler(DocketStore docket, PeopleStore people, TimeProvider time)
{
    private const Roles Keepers = Roles.Observer | Roles.Coordinator;

    public async Task<Result<KeeperResponse>> HandleAsync(
        string id, HandOverRequest request, Caller caller, int? version, RepeatableRequest? repeatable, CancellationToken cancellationToken)
    {
        var found = await docket.ComplaintAsync(id, caller, cancellationToken);

        if (!found.IsAllowed(out var stored))
        {
            return await AnsweredAsync(id, repeatable, cancellationToken) ?? found.Refusals;
        }

        var roster = await people.ReadAsync(cancellationToken);
        var to = Caller.PseudonymOf(request.To!);
        var changed = await docket.ChangeAsync(
            stored,
            version,
            repeatable,
            complaint => Refuse(roster, complaint, to) is { } refusal ? refusal : complaint.HandOver(to, request.Why!, time.Now(), caller.Pseudonym),
            time.Now(),
            cancellationToken);
        return changed.IsAllowed(out var after) ? Of(after) : changed.Refusals;
    }

    /// <summary>What was answered to whoever has handed the complaint away and asks once more; null if nothing.</summary>
    public async Task<Result<KeeperResponse>?> AnsweredAsync(string id, RepeatableRequest? repeatable, CancellationToken cancellationToken) =>
        Reference.Parse(id).IsAllowed(out var reference)
        && repeatable is not null
        && await docket.FindAsync(reference, cancellationToken) is { } stored
        && await docket.AnsweredAsync(stored.Value, repeatable, cancellationToken) is { } past
            ? past.IsAllowed(out var then) ? Of(then) : past.Refusals
            : null;

    /// <summary>Those whom a complaint can be handed to now.</summary>
    public async Task<IReadOnlyList<string>> ColleaguesAsync(Complaint complaint, CancellationToken cancellationToken)
    {
        var roster = await people.ReadAsync(cancellationToken);
        return
        [
            .. (roster.TeamOf(complaint.Law.Election.Id) ?? []).Where(IsKeeper).Select(each => each.Person)
                .Where(each => each != complaint.KeptBy && !roster.IsLocked(each)).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsKeeper(Member each) => (RoleCodes.ReadOfATeam(each.Roles) & Keepers) != Roles.None;

    private static Refusal? Refuse(Roster roster, Complaint complaint, string to) =>
        roster.TeamOf(complaint.Law.Election.Id)?.Any(each => each.Person == to && IsKeeper(each)) is not true
            ? new Refusal(
                "keeper.not-in-the-team",
                "The team of this election names nobody of that name as an observer or a coordinator. Choose a member of the team, or ask an administrator to name them in it.",
                Field: "to")
        : roster.IsLocked(to) ? new Refusal("keeper.locked-out", "They are locked out and could not open it. Choose somebody else.", Field: "to")
        : null;

    private static KeeperResponse Of(Complaint complaint) => new(complaint.Id, complaint.Law.Election.Id, complaint.KeptBy, complaint.Version);
}
