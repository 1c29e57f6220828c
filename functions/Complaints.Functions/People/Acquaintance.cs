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
    public async Task<bool> HasMetAsync(string person, CancellationToken cancellationToken) =>
        (await StrangersAmongAsync([person], cancellationToken)).Count == 0;

    /// <summary>Those of some pseudonyms that it has never met. Every register is read once at most, however many are asked for.</summary>
    /// <param name="persons">The pseudonyms.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="team">The election whose team is asked about, which is no witness of its own; null if every team is one.</param>
    public async Task<IReadOnlySet<string>> StrangersAmongAsync(IEnumerable<string> persons, CancellationToken cancellationToken, string? team = null)
    {
        var roster = await people.ReadAsync(cancellationToken);
        var strangers = persons.Where(each => !surroundings.IsAdministrator(each) && !roster.HasNamed(each, team)).ToHashSet(StringComparer.Ordinal);

        foreach (var election in await elections.AllAsync(cancellationToken))
        {
            if (strangers.Count == 0)
            {
                break;
            }

            foreach (var entry in await register.ReadAsync(election.Id, cancellationToken))
            {
                strangers.Remove(entry.RecordedBy ?? "");
                strangers.Remove(entry.HandedTo ?? "");
            }
        }

        return strangers;
    }
}
