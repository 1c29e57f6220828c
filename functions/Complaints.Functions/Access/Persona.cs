using System.Collections.Frozen;

namespace Complaints.Functions.Access;

/// <summary>Somebody invented, whom one can be on a laptop to see the tracker with their eyes.</summary>
/// <param name="Code">What they are called in the program; pages have words for it.</param>
/// <param name="Roles">What their sign-in makes them.</param>
internal sealed record Persona(string Code, Roles Roles)
{
    /// <summary>Everybody one can be.</summary>
    public static readonly IReadOnlyList<Persona> All =
    [
        new("observer-1", Roles.Observer),
        new("observer-2", Roles.Observer),
        new("coordinator", Roles.Coordinator),
        new("analyst", Roles.Analyst),
        new("administrator", Roles.Administrator),
        new("newcomer", Roles.None),
    ];

    private static readonly FrozenDictionary<string, Persona> ByPseudonym = All.ToFrozenDictionary(each => each.AsCaller().Pseudonym, StringComparer.Ordinal);

    /// <summary>The persona with this code; null if there is none.</summary>
    public static Persona? Find(string? code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>The persona whom the record knows by this name; null if it is nobody's.</summary>
    public static Persona? Behind(string pseudonym) => ByPseudonym.GetValueOrDefault(pseudonym);

    /// <summary>The persona as a caller.</summary>
    public Caller AsCaller() => Caller.Known($"persona.{Code}", Roles) with { Persona = Code };
}
