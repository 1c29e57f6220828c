using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>What files, folders and types may be called: no rooms named after furniture, and each suffix in the project it belongs to.</summary>
internal static partial class NameRules
{
    private static readonly (string Suffix, string Project)[] Homes =
    [
        ("Function", "Functions"), ("Handler", "Functions"), ("Validator", "Functions"), ("Page", "Functions"), ("Store", "Storage"), ("Row", "Storage"),
    ];

    /// <summary>Every folder, file and type with a name that says nothing, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(SourceFile file)
    {
        var parts = file.Path.Split('/');

        return parts[..^1].Append(parts[^1].Split('.')[0]).Concat(TypesIn(file))
            .Where(name => SaysNothing().IsMatch(name))
            .Distinct(StringComparer.Ordinal)
            .Select(name => $"{file.Path}: the name {name} does not say what it is in the world.")
            .Concat(Misplaced(file));
    }

    private static IEnumerable<string> Misplaced(SourceFile file) =>
        from folder in new[] { file.RoomFolder }.OfType<string>()
        from type in TypesIn(file)
        from home in Homes
        where type.Length > home.Suffix.Length && type.EndsWith(home.Suffix, StringComparison.Ordinal)
        where folder.Split('/')[0] != home.Project
        select $"{file.Path}: {type} ends in {home.Suffix}, a word of Complaints.{home.Project}.";

    private static IEnumerable<string> TypesIn(SourceFile file) => Declared().Matches(file.Code).Select(match => match.Groups["type"].Value);

    [GeneratedRegex("(?:Helpers?|Utils?|Utilities|Utility|Managers?|Services?|Common|Misc|Mediator|Mapper|Dto|Impl)$")]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?!struct\b|class\b)(?<type>[A-Z]\w*)")]
    private static partial Regex Declared();
}
