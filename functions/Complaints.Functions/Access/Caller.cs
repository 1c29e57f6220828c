using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Complaints.Domain;
using Complaints.Storage.People;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Complaints.Functions.Access;

/// <summary>Who calls, and what they may. Every question about a caller's rights ends here.</summary>
/// <param name="Pseudonym">The name under which the record knows the caller.</param>
/// <param name="Roles">What the caller may be by their sign-in or by configuration.</param>
/// <param name="IsKnown">Whether the caller is known at all; a known caller may still have no role.</param>
internal sealed partial record Caller(string Pseudonym, Roles Roles, bool IsKnown = true)
{
    private const string Item = "complaints.caller";

    public static readonly Caller Anonymous = new("anonymous", Roles.None, IsKnown: false);

    /// <summary>Somebody whose session has ended: nobody, who is told why.</summary>
    public static readonly Caller Ended = Anonymous with { HasEnded = true };

    /// <summary>The teams of elections; null for the laptop's nameless caller, whom no team leaves out.</summary>
    public Roster? Roster { get; init; }

    /// <summary>When the caller signed in, where the sign-in says so.</summary>
    public Instant? SignedInAt { get; init; }

    /// <summary>The persona the caller is, on a laptop.</summary>
    public string? Persona { get; init; }

    /// <summary>Whether the caller was known until their session ended.</summary>
    public bool HasEnded { get; private init; }

    /// <summary>A caller known by a sign-in. The record keeps a hash of the name, never the name.</summary>
    public static Caller Known(string name, Roles roles) => new(HashOf(name), roles);

    /// <summary>The pseudonym of somebody whom an administrator names: by the name of their sign-in, or by the pseudonym itself.</summary>
    public static string PseudonymOf(string person) => Written().IsMatch(person) ? person : HashOf(person);

    /// <summary>The caller of this request, as the access ring found it.</summary>
    public static Caller Of(HttpContext http) => http.Items[Item] as Caller ?? Anonymous;

    /// <summary>What the caller is in an election: what its team says once it has one, else what the sign-in says. Administrators stay.</summary>
    public Roles In(string election) => Roster?.TeamOf(election) is not { } team ? Roles
        : (Roles & Roles.Administrator) | RoleCodes.ReadOfATeam(team.Where(each => each.Person == Pseudonym).SelectMany(each => each.Roles));

    /// <summary>Why the caller may not call what is for these roles: in this election, or where none is named, in any.</summary>
    public Refusal? Refuse(Roles any, string? election) =>
        (any & ~Roles.Complainant) == Roles.None || Has(any, election is null ? Anywhere : In(election)) ? null
        : IsKnown ? new Refusal("access.not-allowed", $"This is for: {any}.")
        : HasEnded ? new Refusal("access.session-ended", "Your session has ended: half an hour without a call, or twelve hours in all. Sign in again.")
        : new Refusal("access.who-are-you", "Sign in first; the tracker does not know you.");

    /// <summary>Whether the caller may open what is this pseudonym's in an election: a coordinator everything, an observer their own.</summary>
    public bool MayOpen(string election, string? keptBy) =>
        Has(Roles.Coordinator, In(election)) || (Has(Roles.Observer, In(election)) && keptBy == Pseudonym);

    /// <summary>Whether it stands in the register the caller reads: whole for those who answer for it or count it, an observer's own for an observer.</summary>
    public bool MayList(string election, string? keptBy) =>
        Has(Roles.Analyst | Roles.Administrator, In(election)) || MayOpen(election, keptBy);

    /// <summary>Whether the caller is named in an election's team as a reader of the notes about pressure put on people: no role alone gives that.</summary>
    public bool ReadsRetaliation(string election) =>
        Roster is null ? IsKnown : Roster.TeamOf(election)?.Any(each => each.Person == Pseudonym && each.ReadsRetaliation) is true;

    /// <summary>Whether the caller is one of these in an election.</summary>
    public bool IsAny(Roles any, string election) => Has(any, In(election));

    public void Keep(HttpContext http) => http.Items[Item] = this;

    private Roles Anywhere => Roles | RoleCodes.ReadOfATeam(Roster?.RolesOf(Pseudonym) ?? []);

    private static bool Has(Roles any, Roles roles) => (roles & any) != Roles.None;

    private static string HashOf(string name) =>
        $"u-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"caller\n{name}")).AsSpan(0, 8))}";

    [GeneratedRegex(@"\Au-[0-9a-f]{16}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Written();
}
