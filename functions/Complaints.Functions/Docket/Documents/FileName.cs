using System.Globalization;
using System.IO;

namespace Complaints.Functions.Docket.Documents;

/// <summary>The name of a file as a person reads it: no folders of somebody's computer, nothing that cannot be seen, and no longer than a disk takes.</summary>
internal static class FileName
{
    /// <summary>What the usual file systems take.</summary>
    private const int Longest = 255;

    /// <summary>The name without its path; empty if nothing is left of it.</summary>
    public static string Of(string sent)
    {
        var name = string.Concat(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].Where(IsSeen)).Trim();
        return name.Trim('.').Length == 0 ? "" : name.Length <= Longest ? name : Shortened(name);
    }

    /// <summary>Shorter, with what says what kind of file it is; never half of a character.</summary>
    private static string Shortened(string name)
    {
        var kind = Path.GetExtension(name) is { Length: < 20 } extension ? extension : "";
        var rest = Longest - kind.Length;
        return name[..(char.IsHighSurrogate(name[rest - 1]) ? rest - 1 : rest)] + kind;
    }

    private static bool IsSeen(char each) => char.GetUnicodeCategory(each) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
