using System.Reflection;
using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>What keeps the domain a calculation: no waiting, no clock, no chance, no machine around it, nothing remembered between two questions.</summary>
internal static partial class PurityRules
{
    /// <summary>Every impure word in a file of the domain, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(SourceFile file)
    {
        foreach (Match match in Impure().Matches(file.Code))
        {
            yield return $"{file.Path}({file.LineOf(match.Index)}): the domain is pure, and this names {match.Value.Trim()}.";
        }

        if (Files().Match(file.Code) is { Success: true } files && !file.Code.Contains("GetManifestResourceStream", StringComparison.Ordinal))
        {
            yield return $"{file.Path}({file.LineOf(files.Index)}): System.IO is for embedded resources only.";
        }
    }

    /// <summary>Every static field that can be assigned again, or that is a cache, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(Type type) =>
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && (!field.IsInitOnly || field.FieldType.Namespace == "System.Collections.Concurrent")
        where !field.Name.StartsWith("<>", StringComparison.Ordinal) && !type.Name.StartsWith('<')
        select $"{type.FullName}.{field.Name}: a static field that can change.";

    [GeneratedRegex(
        """
        \b(?:Task|ValueTask|async|await|Thread|TimeProvider|ILogger|DateTime|DateTimeOffset|SystemClock|Stopwatch|HttpClient|IServiceProvider)\b
        | \bGuid\.(?:NewGuid|CreateVersion7)\b | (?<![\w.])(?:Azure|Random|Console|Environment|CultureInfo\.Current\w*)\b
        | (?<![\w.])(?:File|Directory|FileInfo|FileStream)\.(?=[A-Z])
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bSystem\.IO\b")]
    private static partial Regex Files();
}
