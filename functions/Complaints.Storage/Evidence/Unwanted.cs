using Complaints.Domain;

namespace Complaints.Storage.Evidence;

/// <summary>Why a document is not taken for what is in it, each with the way out.</summary>
internal static class Unwanted
{
    private const string Field = "file";

    private static readonly Refusal Archive = new(
        "document.archive", "Archives are not taken: nobody can see what is in them. Unpack it and send each document by itself.", Field: Field);

    private static readonly Refusal OfficeKind = new(
        "document.office-kind",
        "Of office documents only DOCX and ODT are taken, no spreadsheets and no presentations; besides them PDF, JPEG, PNG, HEIC, MP4 and plain text. Save this one as PDF and send that.",
        Field: Field);

    private static readonly Refusal OfficeLocked = new(
        "document.office-locked",
        "This is an Office file of the old kind, in RTF, or locked by a password. Save it without a password as DOCX or PDF and send that.",
        Field: Field);

    private static readonly Refusal Markup = new(
        "document.markup", "Web pages, SVG, XML and scripts are not taken: they can act by themselves. Print it to PDF and send that.", Field: Field);

    /// <summary>The refusal of an office document that can act by itself.</summary>
    public static readonly Refusal Macros = new(
        "document.macros", "The document has macros in it. Save it without macros, as DOCX, ODT or PDF, and send that.", Field: Field);

    /// <summary>The refusal of text in an encoding that has to be guessed.</summary>
    public static readonly Refusal TextEncoding = new(
        "document.text-encoding", "Text is taken in UTF-8 only, so that everybody reads the same letters. Save it as UTF-8 or as PDF and send that.", Field: Field);

    private static readonly Refusal TypeNotAllowed = new(
        "document.type-not-allowed",
        "Only PDF, JPEG, PNG, HEIC, MP4, DOCX, ODT and plain text in UTF-8 are taken; the content of this document is none of them. Save it as PDF, JPEG or MP4 and send that.",
        Field: Field);

    /// <summary>Why a document that begins so, and is of no type that is taken, is refused.</summary>
    public static Refusal Of(ReadOnlySpan<byte> start) =>
        ZippedDocument.HasMacros(start) ? Macros
        : ZippedDocument.IsOfOffice(start) ? OfficeKind
        : IsArchive(start) ? Archive
        : start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) || IsRtf(start) ? OfficeLocked
        : IsMarkup(start) ? Markup
        : start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]) || IsOfLetters(start) ? TextEncoding
        : TypeNotAllowed;

    /// <summary>Whether text is a web page, another XML or a script that says so.</summary>
    public static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n\f"u8);
        return text.StartsWith("#!"u8)
            || (text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'!' or (byte)'?'));
    }

    /// <summary>Whether text is RTF, which holds objects as the old Office files do.</summary>
    public static bool IsRtf(ReadOnlySpan<byte> start) => start.StartsWith("{\\rtf"u8);

    private static bool IsArchive(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK"u8) || start.StartsWith("Rar!"u8)
        || start.StartsWith<byte>([0x1F, 0x8B]) || start.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || start.StartsWith("BZh"u8)
        || start.StartsWith<byte>([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']) || start.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD])
        || (start.Length > 262 && start[257..].StartsWith("ustar"u8));

    // Letters beyond ASCII and nothing that only programs write: text of the time before Unicode.
    private static bool IsOfLetters(ReadOnlySpan<byte> start)
    {
        foreach (var each in start)
        {
            if (each < 0x20 && each is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return false;
            }
        }

        return true;
    }
}
