using System.Text;
using System.Text.Unicode;

namespace Complaints.Storage.Evidence;

/// <summary>The media types of documents that are taken, told from a document's first bytes and never from its name.</summary>
internal static class MediaType
{
    public const string Text = "text/plain";
    public const string Odt = "application/vnd.oasis.opendocument.text";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Heic = ["heic", "heix", "heim", "heis", "hevc", "hevx"];
    private static readonly string[] Mp4 = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV"];

    /// <summary>The type of a document that begins so; null for everything that is not taken, archives and programs among it.</summary>
    public static string? Of(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF-"u8) ? "application/pdf"
        : start.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : start.StartsWith("PK"u8) ? ZippedDocument.TypeOf(start)
        : start.Length >= 12 && start[4..].StartsWith("ftyp"u8) ? OfBrand(start)
        : IsText(start) && !Unwanted.IsMarkup(start) && !Unwanted.IsRtf(start) ? Text
        : null;

    // ISO/IEC 14496-12: a size, "ftyp", the major brand, its version, then the compatible brands up to the size.
    private static string? OfBrand(ReadOnlySpan<byte> start)
    {
        var major = Encoding.ASCII.GetString(start.Slice(8, 4));

        return Heic.Contains(major) || (major is "mif1" or "msf1" && HasHeicAmongCompatible(start)) ? "image/heic"
            : Mp4.Contains(major) ? "video/mp4"
            : null;
    }

    private static bool HasHeicAmongCompatible(ReadOnlySpan<byte> start)
    {
        var end = Math.Min(start.Length, (start[0] << 24) | (start[1] << 16) | (start[2] << 8) | start[3]);

        for (var at = 16; at + 4 <= end; at += 4)
        {
            if (Heic.Contains(Encoding.ASCII.GetString(start.Slice(at, 4))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (var each in start)
        {
            if (each < 0x20 && each is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return false;
            }
        }

        // A full first chunk may end inside a letter, which has at most four bytes.
        var tolerated = start.Length < ChunkCipher.PlainBytes ? 0 : 3;

        for (var cut = 0; cut <= tolerated; cut++)
        {
            if (Utf8.IsValid(start[..^cut]))
            {
                return true;
            }
        }

        return false;
    }
}
