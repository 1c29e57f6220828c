using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace Complaints.Functions.Tests.Docket.Documents;

/// <summary>Pictures and recordings made for a test, with what a telephone writes into them: where, when, who and on what.</summary>
internal static class Pictures
{
    /// <summary>Every word that tells; a copy for sharing may have none of them.</summary>
    public static readonly IReadOnlyList<string> Telling =
        ["PlantedMake", "PlantedAuthor", "43.238949", "+43.2389+076.8897/", "PlantedSoftware", "PlantedComment", "PlantedXmp", "PlantedTrailer", "PlantedProfile", "PlantedThumb", "2020:12:10"];

    private static byte[] Gps => Encoding.ASCII.GetBytes("43.238949");

    /// <summary>A JPEG of one grey block that stands on its side, with Exif, XMP, IPTC, a profile, a comment, a thumbnail and a film after its end.</summary>
    public static byte[] Jpeg()
    {
        byte[] quantities = [0, .. Enumerable.Repeat((byte)1, 64)];
        byte[] codes = [0x00, 1, .. new byte[15], 0x00, 0x10, 1, .. new byte[15], 0x00];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, .. "PlantedThumb"u8.ToArray()[..3]]),
            .. Segment(0xE0, [.. "JFXX\0"u8, 0x10, .. "PlantedThumb"u8]),
            .. Segment(0xE1, Exif(orientation: 6)),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x:xmpmeta>PlantedXmp PlantedAuthor</x:xmpmeta>"u8]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0\u0001\u0001"u8, .. "PlantedProfile"u8]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. "PlantedAuthor"u8]),
            .. Segment(0xFE, "PlantedComment"u8),
            .. Segment(0xDB, quantities),
            .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
            .. Segment(0xC4, codes),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            0x3F, 0xFF, 0x00, 0x2A, 0xFF, 0xD0, 0x3F,
            0xFF, 0xD9,
            .. Encoding.ASCII.GetBytes("ftypPlantedTrailer"), .. Gps,
        ];
    }

    /// <summary>A PNG of one pixel, with texts, Exif, a profile, the time and something after its end.</summary>
    public static byte[] Png()
    {
        using var line = new MemoryStream();

        using (var zip = new ZLibStream(line, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write([0, 10, 20, 30]);
        }

        return
        [
            0x89, .. "PNG\r\n\u001A\n"u8,
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
            .. Chunk("iCCP", "PlantedProfile\0\0"u8),
            .. Chunk("tEXt", "Author\0PlantedAuthor"u8),
            .. Chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0PlantedXmp"u8),
            .. Chunk("eXIf", Exif(1).AsSpan(6)),
            .. Chunk("tIME", [7, 228, 12, 10, 1, 2, 3]),
            .. Chunk("prVt", "PlantedSoftware"u8),
            .. Chunk("IDAT", line.ToArray()),
            .. Chunk("IEND", []),
            .. "PlantedTrailer"u8,
        ];
    }

    /// <summary>An MP4 with one track of a kind, whose data comes before or after what tells of it.</summary>
    public static byte[] Mp4(string track = "vide", bool isDataFirst = false)
    {
        byte[] times = [0x5F, 0xD1, 0xE2, 0x80, 0x5F, 0xD1, 0xE2, 0x81];
        byte[] coding =
        [
            0, 0, 0, 0, 0, 0, 0, 1,
            .. Box("avc1", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, .. "Mk\0\0"u8, .. new byte[30], .. Encoding.ASCII.GetBytes("\u000FPlantedSoftware".PadRight(32, '\0')), 0, 24, 255, 255, .. Box("avcC", [1, 2, 3])]),
        ];
        var media = Box("mdia",
        [
            .. Box("mdhd", [0, 0, 0, 0, .. times, .. new byte[12]]),
            .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(track), .. new byte[12], .. "PlantedMake\0"u8]),
            .. Box("minf", [.. Box("vmhd", new byte[12]), .. Box("dinf", Box("dref", [0, 0, 0, 0, 0, 0, 0, 1, .. Box("url ", [0, 0, 0, 1])])), .. Box("stbl", [.. Box("stsd", coding), .. Box("stco", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 48])])]),
        ]);
        var moov = Box("moov",
        [
            .. Box("mvhd", [0, 0, 0, 0, .. times, .. new byte[88]]),
            .. Box("trak", [.. Box("tkhd", [0, 0, 0, 7, .. times, .. new byte[72]]), .. media, .. Box("udta", "PlantedAuthor"u8)]),
            .. Box("udta", [.. Box("\u00A9xyz", "\0\u0012\u0015\u00C7+43.2389+076.8897/"u8), .. Box("meta", [0, 0, 0, 0, .. "PlantedMake 2020:12:10"u8])]),
            .. Box("meta", "PlantedXmp"u8),
        ]);
        var data = Box("mdat", "the frames of the film"u8);
        return [.. Box("ftyp", "isom\0\0\0\u0001isommp41"u8), .. isDataFirst ? [.. data, .. moov] : (byte[])[.. moov, .. data], .. Box("uuid", "PlantedXmp"u8), .. Box("free", "PlantedTrailer"u8)];
    }

    /// <summary>A HEIC of one picture, with Exif in the file's data and XMP in the directory's.</summary>
    public static byte[] Heic()
    {
        var ftyp = Box("ftyp", "heic\0\0\0\0mif1heic"u8);
        byte[] picture = [1, 2, 3, 4, 5];
        var exif = Exif(6);
        byte[] Meta(int at) => Box("meta",
        [
            0, 0, 0, 0,
            .. Box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "pict"u8, .. new byte[12], .. "PlantedMake\0"u8]),
            .. Box("pitm", [0, 0, 0, 0, 0, 1]),
            .. Box("iinf", [0, 0, 0, 0, 0, 3, .. Item(1, "hvc1", "PlantedAuthor\0"u8), .. Item(2, "Exif", "\0"u8), .. Item(3, "mime", "\0application/rdf+xml\0"u8)]),
            .. Box("iloc",
            [
                1, 0, 0, 0, 0x44, 0, 0, 3,
                .. Place(1, 0, at, picture.Length), .. Place(2, 0, at + picture.Length, exif.Length), .. Place(3, 1, 0, "PlantedXmp"u8.Length),
            ]),
            .. Box("idat", "PlantedXmp"u8),
            .. Box("iprp",
            [
                .. Box("ipco", [.. Box("hvcC", [1, 2]), .. Box("udes", "\0\0\0\0kk\0PlantedAuthor\0PlantedComment\0\0"u8), .. Box("crtt", new byte[12]), .. Box("uuid", "PlantedXmp"u8)]),
                .. Box("ipma", [0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 4, 0x81, 2, 3, 4]),
                .. Box("uuid", "PlantedXmp"u8),
            ]),
            .. Box("uuid", "PlantedComment"u8),
        ]);
        var begins = ftyp.Length + Meta(0).Length + 8;
        return [.. ftyp, .. Meta(begins), .. Box("mdat", [.. picture, .. exif])];
    }

    private static byte[] Item(byte id, string kind, ReadOnlySpan<byte> rest) => Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Encoding.ASCII.GetBytes(kind), .. rest]);

    private static byte[] Place(byte id, byte method, int from, int length)
    {
        var place = new byte[16];
        (place[1], place[3]) = (id, method);
        place[7] = 1;
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(8), from);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(12), length);
        return place;
    }

    private static byte[] Exif(byte orientation) =>
    [
        .. "Exif\0\0II*\0\u0008\0\0\0\u0002\0"u8,
        0x0F, 0x01, 2, 0, 12, 0, 0, 0, 38, 0, 0, 0, // the make
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0, 0, 0, 0, .. "PlantedMake\0"u8, .. Gps, .. "2020:12:10 10:00:00"u8,
    ];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string kind, ReadOnlySpan<byte> content)
    {
        byte[] whole = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(whole, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(^4), Crc32.HashToUInt32(whole.AsSpan(4..^4)));
        return whole;
    }

    private static byte[] Box(string kind, ReadOnlySpan<byte> content)
    {
        byte[] whole = [0, 0, 0, 0, .. Encoding.Latin1.GetBytes(kind), .. content];
        BinaryPrimitives.WriteInt32BigEndian(whole, whole.Length);
        return whole;
    }
}
