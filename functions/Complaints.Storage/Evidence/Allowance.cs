using Complaints.Domain;

namespace Complaints.Storage.Evidence;

/// <summary>How large a document may be.</summary>
/// <param name="Bytes">The most bytes that are taken.</param>
/// <param name="Over">What is said of more.</param>
public sealed record Allowance(long Bytes, Refusal Over);
