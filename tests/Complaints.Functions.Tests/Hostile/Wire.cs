using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Complaints.Functions.Tests.Hostile;

/// <summary>A bare connection to the tracker: sends what no client would, and reads what comes back.</summary>
internal static class Wire
{
    /// <summary>The answer's status, type and text; status 0 where the connection was closed without one.</summary>
    public static async Task<(int Status, string Type, string Text)> SendAsync(int port, byte[] bytes, bool isCutOff, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, LingerState = new LingerOption(enable: true, seconds: 0) };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);

        try
        {
            await socket.SendAsync(bytes.AsMemory(0, isCutOff ? bytes.Length / 2 : bytes.Length), cancellationToken);

            if (isCutOff)
            {
                socket.Shutdown(SocketShutdown.Send);
            }

            return await ReadAsync(socket, bytes.AsSpan().StartsWith("HEAD "u8), cancellationToken);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return (0, "", "");
        }
    }

    private static async Task<(int Status, string Type, string Text)> ReadAsync(Socket socket, bool isHead, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];

        while (true)
        {
            var count = await socket.ReceiveAsync(buffer, cancellationToken);
            whole.Write(buffer, 0, count);
            var text = Encoding.Latin1.GetString(whole.GetBuffer(), 0, (int)whole.Length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);

            if (end >= 0 && text.StartsWith("HTTP/1.1 100", StringComparison.Ordinal))
            {
                whole.SetLength(0);
                whole.Write(Encoding.Latin1.GetBytes(text[(end + 4)..]));
                text = text[(end + 4)..];
                end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            }

            if (count == 0 || (end >= 0 && (isHead || IsWhole(text, end))))
            {
                return text.Length < 12 || !int.TryParse(text.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status)
                    ? (0, "", "")
                    : (status, HeaderOf(text, end, "content-type"), Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(IsChunked(text, end) ? Joined(text, end) : text)));
            }
        }
    }

    private static bool IsWhole(string text, int end) =>
        HeaderOf(text, end, "content-length") is { Length: > 0 } length ? text.Length - end - 4 >= int.Parse(length, CultureInfo.InvariantCulture)
        : !IsChunked(text, end) || text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal)
            || text[(end + 4)..] == "0\r\n\r\n";

    private static bool IsChunked(string text, int end) => HeaderOf(text, end, "transfer-encoding").Contains("chunked", StringComparison.Ordinal);

    /// <summary>An answer in chunks without their lengths, which may stand in the middle of a word.</summary>
    private static string Joined(string text, int end)
    {
        var (joined, at) = (new StringBuilder(text, 0, end + 4, text.Length), end + 4);

        while (text.IndexOf("\r\n", at, StringComparison.Ordinal) is var line && line > 0
            && int.TryParse(text.AsSpan(at, line - at), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length) && length > 0)
        {
            joined.Append(text, line + 2, Math.Min(length, text.Length - line - 2));
            at = Math.Min(line + 2 + length + 2, text.Length);
        }

        return joined.ToString();
    }

    private static string HeaderOf(string text, int end, string name) => text[..Math.Max(end, 0)].Split("\r\n")
        .FirstOrDefault(each => each.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
}
