using System.Text;
using Complaints.Domain;

namespace Complaints.Storage.Evidence;

/// <summary>Looks at a document's bytes to their end while they stream by: what its first bytes promise must hold of the last.</summary>
internal sealed class ContentWatch(string type)
{
    private const int Overlap = 16;

    private readonly Decoder? letters = type == MediaType.Text ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder() : null;
    private readonly bool isZipped = type is MediaType.Docx or MediaType.Odt;
    private byte[] tail = [];

    /// <summary>Why the document is refused because of the bytes that come next; null if it is not.</summary>
    public Refusal? See(ReadOnlySpan<byte> bytes, bool isLast) =>
        letters is not null ? SeeText(bytes, isLast)
        : isZipped ? SeeNames(bytes)
        : null;

    private Refusal? SeeText(ReadOnlySpan<byte> bytes, bool isLast)
    {
        const int Piece = 4096;
        Span<char> decoded = stackalloc char[Piece + 1];

        try
        {
            for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(Piece, rest.Length)..])
            {
                var piece = rest[..Math.Min(Piece, rest.Length)];
                var count = letters!.GetChars(piece, decoded, flush: isLast && piece.Length == rest.Length);

                if (decoded[..count].ContainsAnyInRange('\0', '\b') || decoded[..count].ContainsAnyInRange('\u000E', '\u001F') || decoded[..count].Contains('\v'))
                {
                    return Unwanted.TextEncoding;
                }
            }

            return null;
        }
        catch (DecoderFallbackException)
        {
            return Unwanted.TextEncoding;
        }
    }

    // A zip file repeats the names of all its entries, as they are, at its end.
    private Refusal? SeeNames(ReadOnlySpan<byte> bytes)
    {
        byte[] seam = [.. tail, .. bytes[..Math.Min(Overlap, bytes.Length)]];
        tail = bytes[Math.Max(0, bytes.Length - Overlap)..].ToArray();
        return ZippedDocument.HasMacros(seam) || ZippedDocument.HasMacros(bytes) ? Unwanted.Macros : null;
    }
}
