namespace Complaints.Functions.Docket.Erase;

/// <summary>Asks to erase who is behind a complaint and what they told.</summary>
internal sealed record EraseRequest(string? Reason);
