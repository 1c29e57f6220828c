using System.Collections.Concurrent;
using Complaints.Domain;
using Complaints.Functions.Http;

namespace Complaints.Functions.Docket.Import;

/// <summary>What has become of the rows so far. Several are taken at once.</summary>
internal sealed class ImportTally
{
    /// <summary>After so many rejected rows the file is not what it should be, and reading on would tell nobody more.</summary>
    private const int MostRejected = 1_000;

    private readonly ConcurrentBag<RejectedLine> rejected = [];
    private int imported;
    private int repeated;

    /// <summary>Whether so many rows were rejected that the import ends here.</summary>
    public bool IsFull => rejected.Count >= MostRejected;

    /// <summary>Counts a row: new, repeated or rejected.</summary>
    public void Add(RegisterRecord record, Result<bool> row)
    {
        if (!row.IsAllowed(out var isNew))
        {
            rejected.Add(new RejectedLine(record.Line, [.. row.Refusals.Select(Shown.Short)]) { Row = record.Row });
        }
        else if (isNew)
        {
            Interlocked.Increment(ref imported);
        }
        else
        {
            Interlocked.Increment(ref repeated);
        }
    }

    /// <summary>The tally as an answer, rejected rows by line.</summary>
    public ImportResponse ToResponse() => new(imported, repeated, [.. Rejected().OrderBy(each => each.Line)]);

    private IEnumerable<RejectedLine> Rejected() => IsFull
        ? rejected.Append(new RejectedLine(
            rejected.Max(each => each.Line) + 1,
            [new Refusal("import.too-many-rejected", "So many rows were rejected that nothing was read from here on. Mend the file and import it again.")]))
        : rejected;
}
