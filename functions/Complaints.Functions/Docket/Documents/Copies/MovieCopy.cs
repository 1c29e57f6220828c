using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// An MP4 or HEIC (ISO/IEC 14496-12) of the same length in which whatever does not play or draw is blank: places, authors, devices, times, XMP and Exif.
/// Nothing moves, because the boxes point at each other by their place in the file.
/// </summary>
internal sealed class MovieCopy(Passage passage, bool isPicture)
{
    private const int LongestInMemory = 4 * 1024 * 1024;
    private const int Deepest = 12;

    private static readonly FrozenSet<string> Containers = new[]
    {
        "moov", "trak", "mdia", "minf", "stbl", "edts", "dinf", "mvex", "moof", "traf", "mfra",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Playing = new[]
    {
        "ftyp", "styp", "elst", "vmhd", "smhd", "nmhd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stsh", "sdtp", "sbgp", "sgpd",
        "subs", "saiz", "saio", "padb", "stdp", "tref", "mehd", "trex", "leva", "mfhd", "tfhd", "trun", "tfdt", "tfra", "mfro", "sidx", "ssix",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Tracks = new[] { "vide", "soun", "pict", "auxv" }.ToFrozenSet(StringComparer.Ordinal);

    private IReadOnlyList<(long From, long To)> blank = [];

    public async Task WriteAsync()
    {
        while ((await passage.PeekAsync()).Length > 0)
        {
            await BoxAsync(long.MaxValue, 0);
        }
    }

    /// <summary>One box, whose end may not lie beyond that of the box around it; returns how many bytes it has.</summary>
    private async Task<long> BoxAsync(long room, int depth)
    {
        var head = await passage.TakeAsync(8);
        long size = BinaryPrimitives.ReadUInt32BigEndian(head);
        var kind = Encoding.Latin1.GetString(head, 4, 4);

        if (size == 1)
        {
            head = [.. head, .. await passage.TakeAsync(8)];
            size = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
        }

        if (size == 0 && depth == 0)
        {
            await LastAsync(head, kind);
            return room;
        }

        if (size < head.Length || size > room || depth > Deepest)
        {
            throw CannotStripException.Damaged("a box that does not fit into its place");
        }

        await ContentAsync(head, kind, size - head.Length, depth);
        return size;
    }

    /// <summary>A box that goes on to the end of the file.</summary>
    private async Task LastAsync(byte[] head, string kind)
    {
        await passage.WriteAsync(kind == "mdat" ? head : Free(head));

        while ((await passage.PeekAsync()).Length is > 0 and var count)
        {
            await (kind == "mdat" ? DataAsync(count) : passage.BlankAsync(count));
        }
    }

    private async Task ContentAsync(byte[] head, string kind, long length, int depth)
    {
        switch (kind)
        {
            case "mdat":
                await passage.WriteAsync(head);
                await DataAsync(length);
                break;
            case "meta" when isPicture && depth == 0:
                await passage.WriteAsync(head);
                await ItemsAsync(length);
                break;
            case "mvhd" or "tkhd" or "mdhd":
                await ChangedAsync(head, length, Timeless);
                break;
            case "hdlr":
                await ChangedAsync(head, length, box => Nameless(box, depth));
                break;
            case "stsd":
                await ChangedAsync(head, length, Toolless);
                break;
            case "dref":
                await ChangedAsync(head, length, SelfContained);
                break;
            default:
                await OtherAsync(head, kind, length, depth);
                break;
        }
    }

    private async Task OtherAsync(byte[] head, string kind, long length, int depth)
    {
        if (Containers.Contains(kind))
        {
            await passage.WriteAsync(head);

            for (var left = length; left > 0;)
            {
                left -= await BoxAsync(left, depth + 1);
            }
        }
        else if (Playing.Contains(kind))
        {
            await passage.WriteAsync(head);
            await passage.PassAsync(length);
        }
        else
        {
            await passage.WriteAsync(Free(head));
            await passage.BlankAsync(length);
        }
    }

    private static byte[] Free(byte[] head) => [.. head[..4], .. "free"u8, .. head[8..]];

    private async Task ChangedAsync(byte[] head, long length, Action<byte[]> change)
    {
        var box = await InMemoryAsync(length);
        change(box);
        await passage.WriteAsync(head);
        await passage.WriteAsync(box);
    }

    private Task<byte[]> InMemoryAsync(long length) =>
        length <= LongestInMemory ? passage.TakeAsync((int)length) : throw CannotStripException.Damaged("a box of impossible length");

    // When it was made and changed: two times after version and flags.
    private static void Timeless(byte[] box) => Span(box, 4, box[0] == 1 ? 16 : 8).Clear();

    private static void Nameless(byte[] box, int depth)
    {
        var kind = Encoding.Latin1.GetString(Span(box, 8, 4));

        if (depth == 3 && !Tracks.Contains(kind)) // moov, trak, mdia
        {
            throw CannotStripException.Hidden($"track {Printable(kind)}");
        }

        box.AsSpan(Math.Min(24, box.Length)).Clear();
    }

    // Of each way of coding pictures: the maker's mark and the name of the compressor. Ways of coding sound have numbers there.
    private static void Toolless(byte[] box)
    {
        const int Vendor = 20;
        const int Compressor = 50;
        const int CompressorBytes = 32;

        for (var at = 8; at + 8 <= box.Length;)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(box.AsSpan(at));

            if (size < 16 || at + size > box.Length)
            {
                throw CannotStripException.Damaged("a way of coding that does not fit");
            }

            if (Encoding.Latin1.GetString(box, at + 4, 4) is "avc1" or "avc2" or "avc3" or "hvc1" or "hev1" or "av01" or "vp09" or "mp4v" or "s263" or "encv")
            {
                Span(box, at + Vendor, 4).Clear();
                Span(box, at + Compressor, CompressorBytes).Clear();
            }

            at += size;
        }
    }

    // One entry that says: the data is in this file. Any other may name a path on somebody's computer.
    private static void SelfContained(byte[] box)
    {
        if (box.Length != 20)
        {
            throw CannotStripException.Hidden("reference to another file");
        }
    }

    private async Task ItemsAsync(long length)
    {
        var items = new PictureItems(await InMemoryAsync(length));
        blank = items.Blank();

        if (blank.Any(each => each.From < passage.Position))
        {
            throw CannotStripException.Damaged("its data comes before its directory");
        }

        await passage.WriteAsync(items.Box);
    }

    private async Task DataAsync(long length)
    {
        for (var end = passage.Position + length; passage.Position < end;)
        {
            var at = passage.Position;
            var inside = blank.FirstOrDefault(each => each.From <= at && at < each.To);
            var next = blank.Where(each => each.From > at).Select(each => each.From).DefaultIfEmpty(end).Min();

            if (inside.To > at)
            {
                await passage.BlankAsync(Math.Min(inside.To, end) - at);
            }
            else
            {
                await passage.PassAsync(Math.Min(next, end) - at);
            }
        }
    }

    private static Span<byte> Span(byte[] box, int from, int count) =>
        from + count <= box.Length ? box.AsSpan(from, count) : throw CannotStripException.Damaged("a box that is too short");

    private static string Printable(string kind) => string.Concat(kind.Select(each => char.IsAsciiLetterOrDigit(each) ? each : '?'));
}
