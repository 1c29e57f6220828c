using Complaints.Domain;

namespace Complaints.Functions.Docket.Import;

/// <summary>What became of the rows of an import.</summary>
/// <param name="Imported">How many are new; of a dry run, how many would be.</param>
/// <param name="Repeated">How many were in the record already.</param>
/// <param name="Rejected">The rows of which nothing was saved, by line.</param>
internal sealed record ImportResponse(int Imported, int Repeated, IReadOnlyList<RejectedLine> Rejected);

/// <summary>A row that was not taken, and every reason why.</summary>
internal sealed record RejectedLine(int Line, IReadOnlyList<Refusal> Refusals);
