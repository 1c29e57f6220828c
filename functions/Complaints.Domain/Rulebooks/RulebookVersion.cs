using System.Globalization;
using Complaints.Domain.Rulebooks.Documents;

namespace Complaints.Domain.Rulebooks;

/// <summary>The name of one version of a rulebook, e.g. KZ-2020@1: what a complaint is pinned to.</summary>
/// <param name="Id">The code of the rulebook.</param>
/// <param name="Number">The number of the version, from 1.</param>
public sealed record RulebookVersion(string Id, int Number)
{
    /// <summary>Reads such a name; null if the text is none.</summary>
    public static RulebookVersion? Parse(string text) =>
        text.Split('@') is [var id, var number]
        && Naming.IsName(id)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
        && number == version.ToString(CultureInfo.InvariantCulture)
            ? new RulebookVersion(id, version)
            : null;

    /// <summary>The version of a rulebook.</summary>
    public static RulebookVersion Of(Rulebook rulebook) => Parse(rulebook.Version)!;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}@{Number}");
}
