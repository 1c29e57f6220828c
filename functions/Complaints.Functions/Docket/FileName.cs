using System.Collections.Frozen;
using System.Globalization;
using System.IO;
using System.Text;

namespace Complaints.Functions.Docket;

/// <summary>Names of files: kept as they were typed, and shown so that no disk, browser or reader is misled by them.</summary>
internal static class FileName
{
    /// <summary>What the usual file systems take, in bytes of UTF-8.</summary>
    private const int Longest = 255;
    private const int LongestKept = 2_000;
    private const string Forbidden = "<>:\"|?*";

    private static readonly FrozenDictionary<string, string[]> Kinds = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["application/pdf"] = [".pdf"],
        ["image/jpeg"] = [".jpg", ".jpeg", ".jfif"],
        ["image/png"] = [".png"],
        ["image/heic"] = [".heic", ".heif", ".hif"],
        ["video/mp4"] = [".mp4", ".m4v"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.oasis.opendocument.text"] = [".odt"],
        ["text/plain"] = [".txt"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What people call files of a media type: by their usual ending.</summary>
    public static string KindOf(string type) => Kinds.TryGetValue(type, out var endings) ? endings[0][1..].ToUpperInvariant() : type;

    /// <summary>A name as browsers write it into a form, where a quotation mark and the ends of lines are escaped.</summary>
    public static string FromForm(string name) => name.Replace("%22", "\"", StringComparison.Ordinal)
        .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);

    /// <summary>The name as it was typed, for the vault: every letter and sign of it, only no half of a character.</summary>
    public static string AsTyped(string sent)
    {
        var name = string.Concat(sent.EnumerateRunes());
        return name.Length <= LongestKept ? name : name[..(char.IsHighSurrogate(name[LongestKept - 1]) ? LongestKept - 1 : LongestKept)];
    }

    /// <summary>
    /// The name to save a document under: without folders, without what cannot be seen or turns the direction of reading, free of what a file system
    /// refuses or takes for a device, not too long, and ending as its content demands.
    /// </summary>
    /// <param name="typed">The name as it was typed; null or empty for none.</param>
    /// <param name="otherwise">The name where nothing is left of it.</param>
    /// <param name="type">The media type of the content.</param>
    public static string Shown(string? typed, string otherwise, string type)
    {
        var last = typed is null ? "" : typed[(typed.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.EnumerateRunes().Where(IsSeen).Select(each => Forbidden.Contains(each.ToString(), StringComparison.Ordinal) ? "_" : each.ToString()))
            .Trim().TrimEnd('.', ' ');
        name = name.Trim('.', '_', ' ').Length == 0 ? otherwise : IsDevice(name) ? "_" + name : name;
        var kind = Path.GetExtension(name);
        return Kinds[type].Contains(kind, StringComparer.OrdinalIgnoreCase)
            ? Shortened(name[..^kind.Length], kind)
            : Shortened(name, Kinds[type][0]);
    }

    private static string Shortened(string stem, string kind)
    {
        var whole = new StringBuilder();
        var bytes = kind.Length;

        foreach (var each in stem.EnumerateRunes())
        {
            bytes += each.Utf8SequenceLength;

            if (bytes > Longest)
            {
                break;
            }

            whole.Append(each.ToString());
        }

        return whole.Append(kind).ToString();
    }

    /// <summary>Whether Windows takes the name for a device, with any extension.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].Trim().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && "0123456789¹²³".Contains(stem[3], StringComparison.Ordinal));
    }

    private static bool IsSeen(Rune each) => Rune.GetUnicodeCategory(each) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
