using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Docket;

/// <summary>What one complaint is judged under: a rulebook and the election it belongs to.</summary>
public sealed record Law(Rulebook Rulebook, Election Election);
