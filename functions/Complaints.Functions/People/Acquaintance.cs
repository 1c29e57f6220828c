using Complaints.Functions.Access;
using Complaints.Storage.Docket;
using Complaints.Storage.People;

namespace Complaints.Functions.People;

/// <summary>
/// Whom the tracker has met: a pseudonym is a hash, so a mistyped id gives one as good as any, and a lock on it would lock nobody.
/// </summary>
internal sealed class Acquaintance(PeopleStore people, ElectionStore elections, RegisterView register, Surroundings surroundings)
{
    /// <summary>What is said of somebody unknown.</summary>
    public const string Unknown =
        "Nobody with this pseudonym was named in a team or has recorded a complaint. The lock stands; check the id: it is the one that the sign-in gives, and a mail address is none.";

    /// <summary>Whether a pseudonym was ever named in a team, is an administrator by configuration, or has recorded a complaint.</summary>
    public async Task<bool> HasMetAsync(string person, CancellationToken cancellationToken)
    {
        if (surroundings.IsAdministrator(person) || (await people.ReadAsync(cancellationToken)).HasNamed(person))
        {
            return true;
        }

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            if ((await register.ReadAsync(election.Id, cancellationToken)).Any(each => each.RecordedBy == person || each.HandedTo == person))
            {
                return true;
            }
        }

        return false;
    }
}
