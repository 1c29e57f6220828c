using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// A PNG (ISO/IEC 15948) with the chunks that draw the picture and no other: texts, XMP, Exif, the time, colour profiles, chunks of programs' own and whatever
/// comes after its end are left out.
/// </summary>
internal static class PngCopy
{
    private static readonly FrozenSet<string> Drawing = new[]
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static async Task WriteAsync(Passage passage)
    {
        await passage.PassAsync(8);

        for (var kind = ""; kind != "IEND";)
        {
            var head = await passage.TakeAsync(8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            kind = Encoding.Latin1.GetString(head, 4, 4);

            if (length > int.MaxValue)
            {
                throw CannotStripException.Damaged("a chunk of impossible length");
            }

            if (Drawing.Contains(kind))
            {
                await passage.WriteAsync(head);
                await passage.PassAsync(length + 4L); // with its checksum
            }
            else
            {
                await passage.DropAsync(length + 4L);
            }
        }

        await passage.EndAsync();
    }
}
