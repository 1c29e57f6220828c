using System.Globalization;
using System.IO;
using Complaints.Domain;
using CsvHelper;

namespace Complaints.Functions.Docket.Import;

/// <summary>A record of a CSV file (RFC 4180).</summary>
/// <param name="Line">The line it begins on.</param>
/// <param name="Fields">Its fields; empty if it cannot be read.</param>
/// <param name="Fault">Why it cannot be read; null if it can.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, Refusal? Fault);

/// <summary>
/// The records of a CSV file. A quote that is never closed would swallow all that follows it; here it costs its own line, and the rest is read as
/// it stands.
/// </summary>
internal sealed class CsvRecords(TextReader text)
{
    private const int MostLines = 50;

    private static readonly CsvReaderOptions Form = CsvReaderOptions.Default with { Separator = ',', HasHeader = false, BufferSize = 1024 };

    private readonly TextLines lines = new(text);

    /// <summary>The next record with this many fields; any number if null. Null at the end. Empty lines are passed over.</summary>
    public async ValueTask<CsvRecord?> NextAsync(int? columns, CancellationToken cancellationToken)
    {
        while (await lines.NextAsync(cancellationToken) is { } line)
        {
            if (line.Fault is not null)
            {
                return new CsvRecord(line.Number, [], line.Fault);
            }

            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                return IsClosed(line.Text) ? Parse(line.Number, line.Text, columns) : await JoinAsync(line, columns, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>A record whose quoted field goes on over the next lines, if that makes a whole record; else the line alone is at fault.</summary>
    private async ValueTask<CsvRecord> JoinAsync(TextLine first, int? columns, CancellationToken cancellationToken)
    {
        var ahead = new List<TextLine>();
        var joined = first.Text;

        while (ahead.Count < MostLines && await lines.NextAsync(cancellationToken) is { } next)
        {
            ahead.Add(next);

            if (next.Fault is not null)
            {
                break;
            }

            joined = $"{joined}\n{next.Text}";

            if (IsClosed(joined))
            {
                if (Parse(first.Number, joined, columns) is { Fault: null } whole)
                {
                    return whole;
                }

                break;
            }
        }

        lines.Return(ahead);
        return Malformed(first.Number, "a quote is opened and not closed");
    }

    private static bool IsClosed(string text) => text.Count(each => each == '"') % 2 == 0;

    private static CsvRecord Parse(int line, string text, int? columns)
    {
        var isBad = false;
        using var reader = CsvReader.FromText(text, Form with { OnMalformedRecord = _ => isBad = true });
        string[] fields = reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)] : [];

        return isBad ? Malformed(line, "a quote stands where none may stand")
            : columns is { } expected && fields.Length != expected ? Malformed(line, Counted(fields.Length, expected))
            : new CsvRecord(line, fields, null);
    }

    private static string Counted(int fields, int expected) =>
        string.Create(CultureInfo.InvariantCulture, $"it has {fields} fields and the header has {expected}");

    private static CsvRecord Malformed(int line, string why) =>
        new(line, [], new Refusal("import.malformed", string.Create(CultureInfo.InvariantCulture, $"Line {line} is not a row of this file: {why}.")));
}
