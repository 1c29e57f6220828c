namespace Complaints.Storage.People;

/// <summary>Who works in which election, and who is locked out, at one look.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, List<Member>> teams = new(StringComparer.Ordinal);
    private readonly HashSet<string> locked = new(StringComparer.Ordinal);
    private readonly HashSet<(string Person, string Election)> named = [];

    /// <summary>The people named in an election; null while none has ever been, empty once all are removed again.</summary>
    public IReadOnlyList<Member>? TeamOf(string election) => teams.GetValueOrDefault(election);

    /// <summary>Who is locked out.</summary>
    public IReadOnlyCollection<string> Locked => locked;

    /// <summary>What somebody is in any election, as codes.</summary>
    public IEnumerable<string> RolesOf(string person) =>
        teams.Values.SelectMany(team => team).Where(each => each.Person == person).SelectMany(each => each.Roles);

    /// <summary>Whether somebody is locked out.</summary>
    public bool IsLocked(string person) => locked.Contains(person);

    /// <summary>Whether somebody is or ever was named in a team, other than that of an election.</summary>
    public bool HasNamed(string person, string? except = null) => named.Any(each => each.Person == person && each.Election != except);

    internal void Lock(string person) => locked.Add(person);

    internal void Name(string election, Member member)
    {
        named.Add((member.Person, election));

        if (!teams.TryGetValue(election, out var team))
        {
            teams[election] = team = [];
        }

        // Who was removed keeps a row without roles: an election that had a team does not open again to everybody with a role.
        if (member.Roles.Count > 0)
        {
            team.Add(member);
        }
    }
}
