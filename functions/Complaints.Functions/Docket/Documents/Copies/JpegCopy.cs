using System.Buffers.Binary;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// A JPEG (ITU T.81) with the segments that draw the picture and no other: Exif, XMP, IPTC, comments, thumbnails, colour profiles and whatever comes after
/// the picture's end are left out. Which way is up is kept, as the only Exif entry.
/// </summary>
internal static class JpegCopy
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App14 = 0xEE;

    public static async Task WriteAsync(Passage passage)
    {
        if (await MarkerAsync(passage) != Start)
        {
            throw CannotStripException.Damaged("no start of a JPEG");
        }

        await passage.WriteAsync(new byte[] { 0xFF, Start });

        for (var marker = await MarkerAsync(passage); marker != End; marker = marker == Scan ? await DrawAsync(passage) : await MarkerAsync(passage))
        {
            await SegmentAsync(passage, marker);
        }

        await passage.WriteAsync(new byte[] { 0xFF, End });
        await passage.EndAsync();
    }

    private static async Task<byte> MarkerAsync(Passage passage)
    {
        if ((await passage.TakeAsync(1))[0] != 0xFF)
        {
            throw CannotStripException.Damaged("no marker where one should be");
        }

        byte marker;

        while ((marker = (await passage.TakeAsync(1))[0]) == 0xFF)
        {
            // Any number of these may come before a marker.
        }

        return marker;
    }

    private static async Task SegmentAsync(Passage passage, byte marker)
    {
        if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
        {
            return; // stands alone and draws nothing
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(await passage.TakeAsync(2)) - 2;

        if (length < 0)
        {
            throw CannotStripException.Damaged("a segment of no length");
        }

        if (marker is (>= 0xC0 and <= 0xCF and not 0xC8) or (>= 0xDA and <= 0xDD))
        {
            await passage.WriteAsync(Head(marker, length));
            await passage.PassAsync(length);
            return;
        }

        if (Kept(marker, await passage.TakeAsync(length)) is { } kept)
        {
            await passage.WriteAsync(Head(marker, kept.Length));
            await passage.WriteAsync(kept);
        }
    }

    /// <summary>What is left of a segment of an application's own; null for nothing.</summary>
    private static byte[]? Kept(byte marker, byte[] content) => marker switch
    {
        App0 when content.Length >= 14 && content.AsSpan().StartsWith("JFIF\0"u8) => [.. content[..12], 0, 0],
        App1 when content.AsSpan().StartsWith("Exif\0\0"u8) => Orientation(content.AsSpan(6)) is > 1 and <= 8 and var way ? OnlyOrientation(way) : null,
        App14 when content.Length >= 12 && content.AsSpan().StartsWith("Adobe"u8) => content[..12], // how the colours are meant
        _ => null,
    };

    private static byte[] Head(byte marker, int length) => [0xFF, marker, (byte)((length + 2) >> 8), (byte)(length + 2)];

    // TIFF 6.0 inside Exif: byte order, 42, the offset of the first directory; its entries have 12 bytes each, orientation is 0x0112.
    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || (tiff[0], tiff[1]) is not (((byte)'I', (byte)'I') or ((byte)'M', (byte)'M')))
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);

        if (first > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)first..];
        var count = Short(entries, isLittle);

        for (var at = 2; count > 0 && at + 12 <= entries.Length; count--, at += 12)
        {
            if (Short(entries[at..], isLittle) == 0x0112)
            {
                return Short(entries[(at + 8)..], isLittle);
            }
        }

        return 1;
    }

    private static ushort Short(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static byte[] OnlyOrientation(int way) =>
        [.. "Exif\0\0MM\0*\0\0\0\u0008\0\u0001"u8, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)way, 0, 0, 0, 0, 0, 0];

    /// <summary>Passes the drawn lines on and returns the marker that comes after them.</summary>
    private static async Task<byte> DrawAsync(Passage passage)
    {
        while (true)
        {
            var lines = await passage.PeekAsync();
            var found = lines.Span.IndexOf((byte)0xFF);

            if (lines.Length == 0)
            {
                throw CannotStripException.Damaged("the picture has no end");
            }

            if (found != 0)
            {
                await passage.PassAsync(found < 0 ? lines.Length : found);
                continue;
            }

            var marker = await MarkerAsync(passage);

            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return marker;
            }

            await passage.WriteAsync(new byte[] { 0xFF, marker });
        }
    }
}
