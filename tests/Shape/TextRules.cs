using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>What no file of the repository says: where it was made, which feed it came from, promises; and how long a file of code may be.</summary>
internal static partial class TextRules
{
    /// <summary>The most lines a file of code may have without a reason named in the test.</summary>
    public const int MostLines = 250;

    /// <summary>Every breach in a file, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(SourceFile file)
    {
        var isLock = file.Name is "package-lock.json" or "packages.lock.json";
        var rules = isLock ? [MachinePath()] : IsProse(file) ? [MachinePath(), Feed()] : new[] { MachinePath(), Feed(), Promise() };

        return rules.SelectMany(rule => rule.Matches(file.Text)).Select(match => $"{file.Path}({file.LineOf(match.Index)}): says {match.Value.Trim()}.");
    }

    /// <summary>The file as a breach if it has more lines than allowed and no reason.</summary>
    public static IEnumerable<string> TooLong(SourceFile file, IReadOnlyDictionary<string, string> reasons)
    {
        var lines = file.Text.TrimEnd('\n').Split('\n').Length;

        if (lines > MostLines && !reasons.ContainsKey(file.Path))
        {
            yield return $"{file.Path}: {lines} lines; over {MostLines} needs a reason in the test.";
        }
    }

    private static bool IsProse(SourceFile file) => file.Name.EndsWith(".md", StringComparison.Ordinal);

    // A folder of one machine: at the start of a path, not in the middle of an address or a relative path.
    [GeneratedRegex("""(?<![\w.~\-/})$>])/(?:work|tmp|root|home)/""")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://[\w.\-]*\b(?:nuget|npmjs)\.\w+", RegexOptions.IgnoreCase)]
    private static partial Regex Feed();

    [GeneratedRegex(@"\b(?:TO(?:DO)|FIX(?:ME)|HA(?:CK)|X{3})\b")]
    private static partial Regex Promise();
}
