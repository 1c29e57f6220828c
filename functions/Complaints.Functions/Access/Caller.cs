using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

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

    /// <summary>Everybody who keeps or reads the record.</summary>
    Mission = Observer | Coordinator | Analyst | Administrator,
}

/// <summary>Who calls.</summary>
/// <param name="Pseudonym">The name under which the record knows the caller.</param>
/// <param name="Roles">What the caller may be.</param>
/// <param name="IsKnown">Whether the caller is known at all; a known caller may still have no role.</param>
internal sealed record Caller(string Pseudonym, Roles Roles, bool IsKnown = true)
{
    private const string Item = "complaints.caller";

    public static readonly Caller Anonymous = new("anonymous", Roles.None, IsKnown: false);

    /// <summary>A caller known by a sign-in. The record keeps a hash of the name, never the name.</summary>
    public static Caller Known(string name, Roles roles) =>
        new($"u-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"caller\n{name}")).AsSpan(0, 8))}", roles);

    /// <summary>The caller of this request, as the access ring found it.</summary>
    public static Caller Of(HttpContext http) => http.Items[Item] as Caller ?? Anonymous;

    /// <summary>Whether the caller may open what this pseudonym recorded: a coordinator everything, an observer their own.</summary>
    public bool MayOpen(string? recordedBy) => Is(Roles.Coordinator) || (Is(Roles.Observer) && recordedBy == Pseudonym);

    /// <summary>Whether it stands in the register the caller reads: whole for those who answer for it or count it, an observer's own for an observer.</summary>
    public bool MayList(string? recordedBy) => Is(Roles.Analyst | Roles.Administrator) || MayOpen(recordedBy);

    public void Keep(HttpContext http) => http.Items[Item] = this;

    private bool Is(Roles any) => (Roles & any) != Roles.None;
}
