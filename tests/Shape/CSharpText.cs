using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>C# or Razor text in which comments and the insides of literals are blank; lines keep their numbers.</summary>
internal static partial class CSharpText
{
    /// <summary>The text without what the compiler does not read as names: comments, strings and characters.</summary>
    public static string CodeOf(string text) => NotCode().Replace(text, piece => Blank().Replace(piece.Value, " "));

    // Tried in this order at each place: comments, raw strings, verbatim strings, strings, characters.
    [GeneratedRegex(
        """
        //[^\n]* | /\*.*?\*/ | @\*.*?\*@ | <!--.*?-->
        | (?<quotes>"{3,}).*?\k<quotes>
        | (?:\$@|@\$|@)"(?:[^"]|"")*"
        | "(?:[^"\\\n]|\\.)*"
        | '(?:[^'\\\n]|\\[^\n]{1,9}?)'
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex NotCode();

    [GeneratedRegex(@"[^\r\n]")]
    private static partial Regex Blank();
}
