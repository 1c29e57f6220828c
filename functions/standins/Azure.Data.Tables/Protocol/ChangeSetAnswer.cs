using System.Globalization;
using System.IO;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Cuts the answer to a transaction into the answers to its changes, in their order.</summary>
internal ref struct ChangeSetAnswer
{
    private static readonly char[] Quotes = ['"', ' '];

    private readonly ReadOnlyMemory<byte> _body;
    private readonly List<string> _boundaries;
    private int _position;

    private ChangeSetAnswer(ReadOnlyMemory<byte> body, string boundary)
    {
        _body = body;
        _boundaries = [boundary];
    }

    /// <summary>The answers; one alone, if the service refused a change.</summary>
    /// <exception cref="InvalidDataException">The answer is no multipart message of HTTP answers.</exception>
    public static List<Response> Read(Response whole)
    {
        var boundary = BoundaryIn(whole.Headers.ContentType)
            ?? throw new InvalidDataException("The answer to a transaction is not in parts.");
        return new ChangeSetAnswer(whole.Content.ToMemory(), boundary).ReadParts();
    }

    private List<Response> ReadParts()
    {
        var answers = new List<Response>();

        while (TryLine(out var line))
        {
            if (!IsBoundary(line))
            {
                continue;
            }

            var inner = BoundaryIn(ReadHeaders().Find(header => Is(header, "Content-Type")).Value);

            if (inner is not null)
            {
                _boundaries.Add(inner);
            }
            else if (TryStatusLine(out var status))
            {
                answers.Add(ReadAnswer(status));
            }
        }

        return answers.Count > 0 ? answers : throw new InvalidDataException("The answer to a transaction holds no answer to any change.");
    }

    /// <summary>The line a part's answer begins with; the emulator may put another before it. Closing boundaries have none.</summary>
    private bool TryStatusLine(out string status)
    {
        var before = _position;
        status = null;

        while (status is null && TryLine(out var line) && !IsBoundary(line))
        {
            status = line.StartsWith("HTTP/"u8) ? Encoding.ASCII.GetString(line) : null;
            before = status is null ? _position : before;
        }

        _position = status is null ? before : _position;
        return status is not null;
    }

    private SubResponse ReadAnswer(string statusLine)
    {
        var words = statusLine.Split(' ', 3);
        var status = int.Parse(words[1], NumberStyles.None, CultureInfo.InvariantCulture);
        var headers = ReadHeaders();
        return new(status, words.Length > 2 ? words[2] : string.Empty, headers, new BinaryData(ReadBody()));
    }

    private List<HttpHeader> ReadHeaders()
    {
        var headers = new List<HttpHeader>();

        while (TryLine(out var line) && !line.IsEmpty)
        {
            var colon = line.IndexOf((byte)':');
            if (colon > 0)
            {
                headers.Add(new(Encoding.ASCII.GetString(line[..colon]), Encoding.UTF8.GetString(line[(colon + 1)..]).Trim()));
            }
        }

        return headers;
    }

    /// <summary>The body runs up to the next boundary, which is left for the next part to begin with.</summary>
    private ReadOnlyMemory<byte> ReadBody()
    {
        var start = _position;
        var end = start;
        var before = _position;

        while (TryLine(out var line) && !IsBoundary(line))
        {
            end = before + line.Length;
            before = _position;
        }

        _position = before;
        return _body[start..end];
    }

    private bool TryLine(out ReadOnlySpan<byte> line)
    {
        var rest = _body.Span[_position..];
        var length = rest.IndexOf((byte)'\n');
        line = length < 0 ? rest : rest[..length];
        _position += length < 0 ? rest.Length : length + 1;
        line = line.TrimEnd((byte)'\r');
        return !rest.IsEmpty;
    }

    private readonly bool IsBoundary(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8))
        {
            return false;
        }

        foreach (var boundary in _boundaries)
        {
            if (line.Length >= boundary.Length + 2 && Ascii.Equals(line.Slice(2, boundary.Length), boundary))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(HttpHeader header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string BoundaryIn(string contentType)
    {
        const string Name = "boundary=";
        var start = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        return start < 0 ? null : contentType[(start + Name.Length)..].Split(';')[0].Trim(Quotes);
    }
}
