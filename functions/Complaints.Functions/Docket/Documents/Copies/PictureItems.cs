using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Complaints.Functions.Docket.Documents.Copies;

/// <summary>
/// The directory of a HEIC picture (ISO/IEC 23008-12): its items, and where in the file each lies. Names are blanked here, and boxes that do not draw; the
/// items that do not draw are told by their place.
/// </summary>
internal sealed class PictureItems(byte[] box)
{
    private const int FullBox = 4;
    private const int MostHidden = 200;

    private static readonly FrozenSet<string> Drawing = new[] { "hvcC", "ispe", "pixi", "irot", "imir", "clap", "colr", "auxC", "pasp" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The content of the box <c>meta</c>.</summary>
    public byte[] Box => box;

    /// <summary>Blanks what lies in the directory itself, and returns the places in the file to be blanked.</summary>
    public IReadOnlyList<(long From, long To)> Blank()
    {
        var (locations, data, hidden) = ((Range?)null, (Range?)null, new HashSet<uint>());

        foreach (var (kind, content) in Boxes(FullBox..box.Length))
        {
            switch (kind)
            {
                case "iinf":
                    Items(content, hidden);
                    break;
                case "iloc":
                    locations = content;
                    break;
                case "idat":
                    data = content;
                    break;
                case "hdlr":
                    box.AsSpan(content)[Math.Min(24, content.End.Value - content.Start.Value)..].Clear();
                    break;
                case "iprp":
                    Properties(content);
                    break;
                case "pitm" or "iref" or "grpl":
                    break;
                default:
                    Free(content);
                    break;
            }
        }

        return locations is not { } known ? throw CannotStripException.Damaged("a picture without places")
            : Places(known, data, hidden).Take(MostHidden + 1).ToArray() is { Length: <= MostHidden } places ? places
            : throw CannotStripException.Hidden("items");
    }

    /// <summary>Blanks the properties that do not draw. They keep their places, because items name them by number.</summary>
    private void Properties(Range content)
    {
        foreach (var (kind, inside) in Boxes(content))
        {
            if (kind == "ipco")
            {
                Boxes(inside).Where(each => !Drawing.Contains(each.Kind)).ToList().ForEach(each => Free(each.Content));
            }
            else if (kind != "ipma")
            {
                Free(inside);
            }
        }
    }

    private void Free(Range content)
    {
        "free"u8.CopyTo(box.AsSpan(content.Start.Value - 4));
        box.AsSpan(content).Clear();
    }

    private void Items(Range content, HashSet<uint> hidden)
    {
        var reader = new Fields(box, content);
        var version = reader.Next(1);
        reader.Next(3);
        reader.Next(version == 0 ? 2 : 4);

        foreach (var (_, entry) in Boxes(reader.At..content.End.Value))
        {
            var item = new Fields(box, entry);
            var form = item.Next(1);
            item.Next(3);
            var id = (uint)item.Next(form == 3 ? 4 : 2);
            item.Next(2);
            var kind = form >= 2 ? Encoding.Latin1.GetString(box, item.At, 4) : "";

            if (kind is not ("hvc1" or "hev1" or "grid" or "iden" or "iovl" or "tmap"))
            {
                hidden.Add(id);
            }

            if (form >= 2)
            {
                item.Next(4);
                var name = box.AsSpan(item.At..entry.End.Value);
                name[..Math.Max(0, name.IndexOf((byte)0))].Fill((byte)' ');
            }
        }
    }

    private IEnumerable<(long From, long To)> Places(Range content, Range? data, HashSet<uint> hidden)
    {
        var reader = new Fields(box, content);
        var version = (int)reader.Next(1);
        reader.Next(3);
        var sizes = (int)reader.Next(2);
        var (offsetBytes, lengthBytes, baseBytes, indexBytes) = (sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, version > 0 ? sizes & 15 : 0);

        if (offsetBytes + lengthBytes == 0)
        {
            throw CannotStripException.Damaged("places of no length");
        }

        for (var items = reader.Next(version < 2 ? 2 : 4); items > 0; items--)
        {
            var isHidden = hidden.Contains((uint)reader.Next(version < 2 ? 2 : 4));
            var method = version > 0 ? reader.Next(2) & 15 : 0;
            reader.Next(2);
            var from = reader.Next(baseBytes);

            for (var extents = reader.Next(2); extents > 0; extents--)
            {
                reader.Next(indexBytes);
                var (offset, length) = (from + reader.Next(offsetBytes), reader.Next(lengthBytes));

                if (!isHidden)
                {
                    continue;
                }

                if (length <= 0 || offset < 0 || method > 1)
                {
                    throw CannotStripException.Hidden("item");
                }

                if (method == 0)
                {
                    yield return (offset, offset + length);
                }
                else if (data is { } inside && offset + length <= inside.End.Value - inside.Start.Value)
                {
                    box.AsSpan(inside.Start.Value + (int)offset, (int)length).Clear();
                }
                else
                {
                    throw CannotStripException.Damaged("an item outside the data");
                }
            }
        }
    }

    private IEnumerable<(string Kind, Range Content)> Boxes(Range range)
    {
        for (var (at, end) = (range.Start.Value, range.End.Value); at < end;)
        {
            var size = at + 8 <= end ? BinaryPrimitives.ReadInt32BigEndian(box.AsSpan(at)) : 0;

            if (size < 8 || size > end - at)
            {
                throw CannotStripException.Damaged("a directory that does not fit into its place");
            }

            yield return (Encoding.Latin1.GetString(box, at + 4, 4), (at + 8)..(at + size));
            at += size;
        }
    }

    /// <summary>Numbers one after the other, each of so many bytes, the most significant first.</summary>
    private sealed class Fields(byte[] box, Range range)
    {
        public int At { get; private set; } = range.Start.Value;

        public long Next(int bytes)
        {
            if (At + bytes > range.End.Value || bytes > 8)
            {
                throw CannotStripException.Damaged("a directory that ends too early");
            }

            var number = 0L;

            for (var end = At + bytes; At < end; At++)
            {
                number = (number << 8) | box[At];
            }

            return number;
        }
    }
}
