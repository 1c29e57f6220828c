using System.Globalization;
using System.IO;
using System.Text;
using Complaints.Domain;

namespace Complaints.Functions.Docket.Import;

/// <summary>A line of a text.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What it says, without the line break.</param>
/// <param name="Fault">Why it cannot be read; null if it can.</param>
internal sealed record TextLine(int Number, string Text, Refusal? Fault);

/// <summary>The lines of a text, read one by one, whichever of the three line ends it has. However long a line is, only so much of it is ever in memory.</summary>
internal sealed class TextLines(TextReader text)
{
    private const int Longest = 32 * 1024;

    /// <summary>What a decoder puts where bytes make no character.</summary>
    private const char Undecodable = '\uFFFD';

    private readonly Queue<TextLine> returned = new();
    private readonly char[] buffer = new char[16 * 1024];
    private int at;
    private int filled;
    private int number;
    private bool afterReturn;

    /// <summary>Puts lines back that were read ahead.</summary>
    public void Return(IEnumerable<TextLine> ahead)
    {
        var waiting = ahead.Concat(returned).ToArray();
        returned.Clear();

        foreach (var line in waiting)
        {
            returned.Enqueue(line);
        }
    }

    /// <summary>The next line; null at the end.</summary>
    public async ValueTask<TextLine?> NextAsync(CancellationToken cancellationToken)
    {
        if (returned.TryDequeue(out var again))
        {
            return again;
        }

        var line = new StringBuilder();
        var length = 0;

        while (true)
        {
            if (at == filled && !await FillAsync(cancellationToken))
            {
                return length == 0 ? null : Line(line.ToString(), length);
            }

            if (afterReturn && buffer[at] == '\n')
            {
                (afterReturn, at) = (false, at + 1);
                continue;
            }

            afterReturn = false;
            var end = buffer.AsSpan(at, filled - at).IndexOfAny('\n', '\r');
            var part = end < 0 ? filled - at : end;
            line.Append(buffer, at, Math.Min(part, Math.Max(0, Longest - line.Length)));
            length += part;
            at += part;

            if (end >= 0)
            {
                afterReturn = buffer[at] == '\r';
                at++;
                return Line(line.ToString(), length + 1);
            }
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        (at, filled) = (0, 0);
        filled = await text.ReadAsync(buffer, cancellationToken);
        return filled > 0;
    }

    private TextLine Line(string line, int length)
    {
        number++;
        var fault = length > Longest + 1
            ? new Refusal("import.line-too-long", string.Create(CultureInfo.InvariantCulture, $"Line {number} is longer than the {Longest} characters a row takes."))
            : line.Contains(Undecodable, StringComparison.Ordinal)
                ? new Refusal("import.not-utf8", string.Create(CultureInfo.InvariantCulture, $"Line {number} has bytes that are not UTF-8."))
                : null;
        return new TextLine(number, line, fault);
    }
}
