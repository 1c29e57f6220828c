using System.Buffers.Binary;
using System.Text;

namespace Complaints.Storage.Evidence;

/// <summary>Text documents that are zip files inside, told apart from archives by the entries their first bytes show.</summary>
internal static class ZippedDocument
{
    private const int EntryBytes = 30;

    /// <summary>The type of a document that begins so; null for any other zip file, one with macros among it.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start)
    {
        var names = EntryNames(start);

        return names.Count == 0 || HasMacros(start) ? null
            : IsOdt(start, names[0]) ? MediaType.Odt
            : IsDocx(names) ? MediaType.Docx
            : null;
    }

    /// <summary>Whether it begins as the packages of office programs do, whatever their kind: ECMA-376, OpenDocument, and the one that iWork writes.</summary>
    public static bool IsOfOffice(ReadOnlySpan<byte> start) =>
        EntryNames(start) is [var first, ..]
        && (first is "mimetype" or "[Content_Types].xml" || IsUnder(first, "_rels/", "docProps/", "xl/", "ppt/") || first.EndsWith(".iwa", StringComparison.Ordinal));

    /// <summary>Whether an entry's name among these bytes is one under which office programs keep macros.</summary>
    public static bool HasMacros(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("vbaProject"u8) >= 0 || bytes.IndexOf("script-lc.xml"u8) >= 0 || bytes.IndexOf("Scripts/python"u8) >= 0;

    // OpenDocument 1.2, part 3, 3.3: the first entry is "mimetype", stored as it is, without an extra field, so that the type lies at byte 38.
    private static bool IsOdt(ReadOnlySpan<byte> start, string first)
    {
        var content = EntryBytes + "mimetype".Length;

        return first == "mimetype"
            && BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) == 0
            && BinaryPrimitives.ReadInt32LittleEndian(start[22..]) == MediaType.Odt.Length
            && start[content..].StartsWith(Encoding.ASCII.GetBytes(MediaType.Odt));
    }

    // ECMA-376, part 2: a package has its content types and relations; a text document has its parts under word/.
    private static bool IsDocx(List<string> names) =>
        (names[0] is "[Content_Types].xml" || IsUnder(names[0], "_rels/", "docProps/", "word/", "customXml/"))
        && names.Exists(name => IsUnder(name, "word/"))
        && !names.Exists(name => IsUnder(name, "xl/", "ppt/"));

    private static bool IsUnder(string name, params ReadOnlySpan<string> folders)
    {
        foreach (var folder in folders)
        {
            if (name.StartsWith(folder, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> EntryNames(ReadOnlySpan<byte> start)
    {
        var names = new List<string>();
        var rest = start;

        // The sizes of entries may follow their data, so the entries are looked for by their mark.
        for (int found; (found = rest.IndexOf("PK\u0003\u0004"u8)) >= 0 && rest.Length >= found + EntryBytes; rest = rest[(found + EntryBytes)..])
        {
            var entry = rest[found..];
            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[26..]);

            if (length > 0 && entry.Length >= EntryBytes + length)
            {
                names.Add(Encoding.UTF8.GetString(entry.Slice(EntryBytes, length)));
            }
        }

        return start.StartsWith("PK\u0003\u0004"u8) ? names : [];
    }
}
