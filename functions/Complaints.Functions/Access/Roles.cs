namespace Complaints.Functions.Access;

/// <summary>What a caller may be in an election.</summary>
[Flags]
internal enum Roles
{
    /// <summary>Nobody known.</summary>
    None = 0,

    /// <summary>Records complaints.</summary>
    Observer = 1,

    /// <summary>Answers for an election: decisions, alerts, the vault with a purpose.</summary>
    Coordinator = 2,

    /// <summary>Reads the register without identities, statistics and exports.</summary>
    Analyst = 4,

    /// <summary>Elections, rulebooks, channels, people.</summary>
    Administrator = 8,

    /// <summary>
    /// Follows their own complaint with its receipt code. Nobody is it by signing in: a door for complainants lets everybody come and asks for the code.
    /// </summary>
    Complainant = 16,

    /// <summary>Everybody who keeps or reads the record.</summary>
    Mission = Observer | Coordinator | Analyst | Administrator,
}

/// <summary>Roles as claims and teams name them.</summary>
internal static class RoleCodes
{
    /// <summary>The roles somebody can be given in one election. Who administers does so everywhere, by a claim or by configuration.</summary>
    public static readonly IReadOnlyList<string> OfATeam = ["observer", "coordinator", "analyst"];

    /// <summary>All the roles that are named; what names none counts for nothing.</summary>
    public static Roles Read(IEnumerable<string?> codes) => codes.Aggregate(Roles.None, (sum, each) => sum | Read(each));

    /// <summary>The roles that a team can give. A row of a team that says more was written by another hand, and does not count for more.</summary>
    public static Roles ReadOfATeam(IEnumerable<string?> codes) => Read(codes) & (Roles.Observer | Roles.Coordinator | Roles.Analyst);

    private static Roles Read(string? code) => code?.Trim().ToLowerInvariant() switch
    {
        "observer" => Roles.Observer,
        "coordinator" => Roles.Coordinator,
        "analyst" => Roles.Analyst,
        "administrator" => Roles.Administrator,
        _ => Roles.None,
    };
}
