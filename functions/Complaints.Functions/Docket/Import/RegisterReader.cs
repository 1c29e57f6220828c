using System.Collections.Frozen;
using System.Globalization;
using System.IO;
using System.Runtime.CompilerServices;
using Complaints.Domain;
using Complaints.Functions.Http;

namespace Complaints.Functions.Docket.Import;

/// <summary>What stands on a line of a register: a row, or the reason why there is none that can be taken.</summary>
internal sealed record RegisterRecord(int Line, ImportLine? Row, Refusal? Fault);

/// <summary>Reads a register row by row, so that its length does not matter to memory.</summary>
internal sealed class RegisterReader(CsvRecords records, FrozenDictionary<string, int> header)
{
    /// <summary>The most rows one import takes: as many complaints as a trial installation carries.</summary>
    private const int MostRows = 50_000;

    /// <summary>Opens a register and reads its header. Refused if a column is missing, strange or there twice.</summary>
    public static async Task<Result<RegisterReader>> OpenAsync(TextReader text, CancellationToken cancellationToken)
    {
        var records = new CsvRecords(text);

        if (await records.NextAsync(null, cancellationToken) is not { } first)
        {
            return new Refusal("import.empty", "There is no header: the first line names the columns.");
        }

        if (first.Fault is { } fault)
        {
            return fault;
        }

        var names = first.Fields.Select(each => each.Trim()).ToArray();
        var refusals = Faults(names).ToList();
        return refusals.Count > 0
            ? refusals
            : new RegisterReader(records, names.Index().ToFrozenDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal));
    }

    /// <summary>The rows in order. A case that stands there twice is a fault the second time.</summary>
    public async IAsyncEnumerable<RegisterRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cases = new Dictionary<string, int>(StringComparer.Ordinal);

        for (var rows = 0; await records.NextAsync(header.Count, cancellationToken) is { } record; rows++)
        {
            if (rows == MostRows)
            {
                var most = string.Create(CultureInfo.InvariantCulture, $"One import takes {MostRows} rows. Nothing was read from here on.");
                yield return new RegisterRecord(record.Line, null, new Refusal("import.too-many-rows", most));
                yield break;
            }

            yield return record.Fault is { } fault
                ? new RegisterRecord(record.Line, null, fault)
                : Row(new ImportLine(record.Line, header, record.Fields), cases);
        }
    }

    private static RegisterRecord Row(ImportLine row, Dictionary<string, int> cases)
    {
        if (row["case_id"] is not { } name || cases.TryAdd(name, row.Number))
        {
            return new RegisterRecord(row.Number, row, null);
        }

        var where = string.Create(CultureInfo.InvariantCulture, $"The case '{name}' is on line {cases[name]} already.");
        return new RegisterRecord(row.Number, row, new Refusal("import.case-repeated", where, Field: "case_id") { Named = cases[name].ToString(CultureInfo.InvariantCulture) });
    }

    private static IEnumerable<Refusal> Faults(string[] names)
    {
        // Where a spreadsheet program writes lists with semicolons, it also separates by them.
        if (names is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0)
        {
            yield return new Refusal("import.not-commas", "The columns are not separated by commas. Save the file as CSV with commas.", Field: "file");
            yield break;
        }

        if (names.Length > 0 && names[0].StartsWith("PK\u0003", StringComparison.Ordinal))
        {
            yield return new Refusal("import.not-csv", "This is a workbook and not a CSV file. Save the sheet as CSV in UTF-8, with commas.", Field: "file");
            yield break;
        }

        if (ImportLine.Columns.Except(names, StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
        {
            var all = string.Join(", ", missing.Select(name => $"'{name}'"));
            yield return new Refusal("import.column-missing", $"The first line lacks columns: {all}.", Field: missing[0]) { Named = all };
        }

        foreach (var strange in names.Except(ImportLine.Columns, StringComparer.Ordinal))
        {
            yield return new Refusal(
                "import.column-unknown", $"There is no column '{strange}'. Known are: {string.Join(", ", ImportLine.Columns)}.", Field: strange) { Named = Shown.Short(strange) };
        }

        foreach (var twice in names.GroupBy(name => name, StringComparer.Ordinal).Where(each => each.Count() > 1))
        {
            yield return new Refusal("import.column-twice", $"The column '{twice.Key}' is there more than once.", Field: twice.Key) { Named = Shown.Short(twice.Key) };
        }
    }
}
