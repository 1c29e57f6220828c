using System.Collections;
using System.Collections.Frozen;

namespace Complaints.Domain.Rulebooks;

/// <summary>A closed list of codes, in the order people are offered them.</summary>
public sealed class CodeList(IReadOnlyList<string> codes) : IReadOnlyList<string>
{
    private readonly FrozenSet<string> known = codes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many codes there are.</summary>
    public int Count => codes.Count;

    /// <summary>The code at this place, counted from zero.</summary>
    public string this[int index] => codes[index];

    /// <summary>Whether this code is on the list.</summary>
    public bool Contains(string? code) => code is not null && known.Contains(code);

    /// <summary>The codes in order.</summary>
    public IEnumerator<string> GetEnumerator() => codes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A region in which complaints are counted, and the tz database id of its clock at the time of the election.</summary>
public sealed record Region(string Code, string ZoneId);

/// <summary>The members of a parliament, for the rule that one fifth of all may petition.</summary>
/// <param name="Election">The election for which they are counted.</param>
/// <param name="Total">All members of both houses.</param>
/// <param name="Basis">Where the number was read.</param>
public sealed record ParliamentMembers(string Election, int Total, IReadOnlyList<Citation> Basis)
{
    /// <summary>The fewest members that are one fifth of all: 32 of 156, not 31.</summary>
    public int OneFifth { get; } = (Total + 4) / 5;
}

/// <summary>The closed lists every record is coded with.</summary>
public sealed record Taxonomies
{
    /// <summary>How a proceeding ended.</summary>
    public required CodeList Outcomes { get; init; }

    /// <summary>Why a filing was dismissed on form.</summary>
    public required CodeList Grounds { get; init; }

    /// <summary>What was granted.</summary>
    public required CodeList Remedies { get; init; }

    /// <summary>Who complains.</summary>
    public required CodeList ComplainantTypes { get; init; }

    /// <summary>The holders of office who alone may petition some forums.</summary>
    public required CodeList OfficeHolders { get; init; }

    /// <summary>What it is about, as group.item.</summary>
    public required CodeList Subjects { get; init; }

    /// <summary>The groups of subjects.</summary>
    public required CodeList SubjectGroups { get; init; }

    /// <summary>Complaint or application, as a filer may say.</summary>
    public required CodeList Matters { get; init; }

    /// <summary>Whose act is challenged, where it is not a forum of the rulebook.</summary>
    public required CodeList ChallengedActors { get; init; }

    /// <summary>What kind of act it is.</summary>
    public required CodeList ChallengedActKinds { get; init; }

    /// <summary>What a filing should contain.</summary>
    public required CodeList FormElements { get; init; }

    /// <summary>How a filing reached the forum.</summary>
    public required CodeList Channels { get; init; }

    /// <summary>How the observers know.</summary>
    public required CodeList KnownVia { get; init; }

    /// <summary>The regions and their clocks.</summary>
    public required IReadOnlyList<Region> Regions { get; init; }

    /// <summary>The parliaments whose members may petition together.</summary>
    public required IReadOnlyList<ParliamentMembers> Parliaments { get; init; }

    /// <summary>The lists the tracker ships with, read once.</summary>
    public static Taxonomies Shipped => ShippedLaw.Library.Taxonomies;

    /// <summary>The region of this code; null if there is none.</summary>
    public Region? FindRegion(string code) => Regions.FirstOrDefault(region => region.Code == code);
}
