using System.Globalization;
using System.IO;
using Complaints.Domain.Statistics;
using CsvHelper;

namespace Complaints.Functions.Statistics.Read;

/// <summary>The rows of the statistics as a table for a spreadsheet (RFC 4180).</summary>
internal static class StatisticsCsv
{
    // A source is what somebody typed; a spreadsheet must not take it for a formula.
    private static readonly CsvWriterOptions Form = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    public static string Write(RedressStatistics statistics)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, Form);

        foreach (var name in new[] { "id", "filter", "numerator", "denominator", "unknown", "approximate", "source", "asOf" })
        {
            csv.WriteField(name);
        }

        csv.EndRecord();

        foreach (var row in statistics.Measures)
        {
            csv.WriteField(row.Id);
            csv.WriteField(row.Filter);
            csv.WriteField(row.Numerator, [], CultureInfo.InvariantCulture);
            csv.WriteField(row.Denominator);
            csv.WriteField(row.Unknown, [], CultureInfo.InvariantCulture);
            csv.WriteField(row.Approximate);
            csv.WriteField(row.Source);
            csv.WriteField(NodaTime.Text.LocalDatePattern.Iso.Format(row.AsOf));
            csv.EndRecord();
        }

        csv.Flush();
        return text.ToString();
    }
}
