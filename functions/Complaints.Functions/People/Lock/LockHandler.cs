using Complaints.Domain;
using Complaints.Functions.Access;
using Complaints.Functions.Http;
using Complaints.Storage.People;

namespace Complaints.Functions.People.Lock;

/// <summary>Locks somebody out, or lets them in again; every host knows it within a second.</summary>
internal sealed class LockHandler(PeopleStore people, TimeProvider time)
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
        return new LockResponse(pseudonym, isLocked);
    }
}

/// <summary>Whether somebody is locked out, under the name the record knows.</summary>
internal sealed record LockResponse(string Person, bool Locked);
