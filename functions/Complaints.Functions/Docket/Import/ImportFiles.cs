using System.Globalization;
using System.IO;
using System.Text;
using Complaints.Functions.Pages;
using CsvHelper;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Docket.Import;

/// <summary>The files that go with an import: an empty register to fill in, and the rows that were rejected, with the reasons.</summary>
internal static class ImportFiles
{
    // What comes back to a spreadsheet is what somebody sent; it must not be taken for a formula.
    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>The header, and a synthetic row that can be imported.</summary>
    public static IResult Template(IReadOnlyList<ImportColumn> columns) =>
        File([[.. columns.Select(each => each.Name)], [.. columns.Select(each => each.Example)]], "register-template.csv");

    /// <summary>Every rejected line: its number, the columns, the reasons in the language of the request, and the row as it was sent.</summary>
    public static IResult Rejected(IReadOnlyList<RejectedLine> lines, Words words) => File(
        [
            [words["import.line"], words["import.column"], words["import.reason"], .. ImportLine.Columns],
            .. lines.Select(IReadOnlyList<string> (each) =>
            [
                each.Line.ToString(CultureInfo.InvariantCulture),
                string.Join(' ', each.Refusals.Select(refusal => refusal.Field).OfType<string>().Distinct()),
                string.Join(' ', each.Refusals.Select(words.Refused)),
                .. ImportLine.Columns.Select(column => each.Row?[column] ?? ""),
            ]),
        ],
        "rejected.csv");

    private static IResult File(IEnumerable<IReadOnlyList<string>> records, string name)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, Form);

        foreach (var record in records)
        {
            foreach (var field in record)
            {
                csv.WriteField(field);
            }

            csv.EndRecord();
        }

        csv.Flush();

        // A spreadsheet knows UTF-8 by the mark at its beginning.
        return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", name);
    }
}
