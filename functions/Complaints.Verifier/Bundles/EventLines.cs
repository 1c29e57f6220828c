using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Bundles;

/// <summary>Reads <c>events.jsonl</c>. A line that is not byte for byte as it is written gives a link that cannot be read.</summary>
internal static class EventLines
{
    private static readonly Link Unreadable = new(0, "", "", ReadOnlyMemory<byte>.Empty);

    public static IReadOnlyList<Link> Read(byte[] file)
    {
        var links = new List<Link>();

        for (var at = 0; at < file.Length;)
        {
            var end = file.AsSpan(at).IndexOf((byte)'\n');
            links.Add(end < 0 ? Unreadable : OfLine(file.AsMemory(at, end)));
            at = end < 0 ? file.Length : at + end + 1;
        }

        return links;
    }

    private static Link OfLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            var whole = JsonElement.Parse(line.Span);
            var link = new Link(
                whole.GetProperty("seq").GetInt32(),
                whole.GetProperty("hash").GetString()!,
                whole.GetProperty("previous").GetString()!,
                JsonMarshal.GetRawUtf8Value(whole.GetProperty("event")).ToArray());
            return Written(link).AsSpan().SequenceEqual(line.Span) ? link : Unreadable;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Unreadable;
        }
    }

    private static byte[] Written(Link link) =>
    [
        .. Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"seq":{{link.Seq}},"hash":"{{link.Hash}}","previous":"{{link.Previous}}","event":""")),
        .. link.Canonical.Span,
        (byte)'}',
    ];
}
