using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.People;

namespace Complaints.Functions.People.Lock;

/// <summary>Locks somebody out, or lets them in again; every host knows it within a second.</summary>
internal sealed class LockHandler(PeopleStore people, Acquaintance acquaintance, TimeProvider time)
{
    private static readonly Refusal Yourself = new("lock.yourself", "You cannot lock yourself out; another administrator can.", Field: "person");

    public async Task<Result<LockResponse>> HandleAsync(string person, bool isLocked, string caller, CancellationToken cancellationToken)
    {
        var pseudonym = Caller.PseudonymOf(person);

        if (pseudonym == caller)
        {
            return Yourself;
        }

        await people.LockAsync(pseudonym, isLocked, caller, time.Now(), cancellationToken);
        var isKnown = await acquaintance.HasMetAsync(pseudonym, cancellationToken);
        return new LockResponse(pseudonym, isLocked, isKnown, isKnown ? null : Acquaintance.Unknown);
    }
}

/// <summary>Whether somebody is locked out.</summary>
/// <param name="Person">The name the record knows them by.</param>
/// <param name="Locked">Whether every call of theirs is refused.</param>
/// <param name="IsKnown">Whether the tracker has met anybody of that name.</param>
/// <param name="Warning">What to check if it has not.</param>
internal sealed record LockResponse(string Person, bool Locked, bool IsKnown, string? Warning);
