using System.Globalization;
using System.Text;
using Complaints.Domain.Deadlines;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Domain.Tests.Deadlines;

/// <summary>The worked deadlines as the table of the page about counting.</summary>
internal static class WorkedTable
{
    private static readonly OffsetDateTimePattern Minute = OffsetDateTimePattern.CreateWithInvariantCulture("ddd d MMM uuuu HH:mm:sso<+HH:mm>");

    public static string Write()
    {
        var table = new StringBuilder();
        table.Append("| | case | limit | from | answer by the primary reading | safe until | late from | open questions |\n");
        table.Append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");

        foreach (var id in Examples.Ids)
        {
            var example = Examples.Find(id);
            var deadline = Examples.Count(example);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {id} | {Examples.Text(example, "title")} | `{deadline.Limit}` | {At(deadline.CountedFrom, deadline)} | {Answer(deadline)} | {(deadline.IsImmediateUnderSome ? "–" : Last(deadline.Earliest, deadline))} | {At(deadline.Latest, deadline)} | {Questions(deadline)} |\n");
        }

        return table.ToString();
    }

    private static string Answer(Deadline deadline) => deadline switch
    {
        { DueExclusive: { } due } => $"until {Last(due, deadline)}",
        { Benchmark: { } benchmark } => $"immediately; benchmark: {Last(benchmark.Exclusive, deadline)}",
        _ => deadline.Mode.ToString().ToLowerInvariant(),
    };

    private static string Questions(Deadline deadline)
    {
        var names = deadline.Alternatives.SelectMany(reading => reading.Ambiguities).Distinct().Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "–" : string.Join(", ", names);
    }

    private static string Last(Instant? exclusive, Deadline deadline) => At(exclusive - Duration.FromSeconds(1), deadline);

    private static string At(Instant? at, Deadline deadline) => at is { } instant ? Minute.Format(instant.InZone(deadline.Zone).ToOffsetDateTime()) : "–";
}
