using System.Text.Json.Serialization;
using Complaints.Domain;

namespace Complaints.Functions.Docket.Import;

/// <summary>What became of the rows of an import.</summary>
/// <param name="Imported">How many are new; of a dry run, how many would be.</param>
/// <param name="Repeated">How many were in the record already.</param>
/// <param name="Rejected">The rows of which nothing was saved, by line.</param>
public sealed record ImportResponse(int Imported, int Repeated, IReadOnlyList<RejectedLine> Rejected);

/// <summary>A row that was not taken, and every reason why.</summary>
public sealed record RejectedLine(int Line, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The row as it was sent, for those who mend it; null where the line is none.</summary>
    [JsonIgnore]
    public ImportLine? Row { get; init; }
}
