namespace Complaints.Functions.Docket.SetHold;

/// <summary>Sets a legal hold or lifts it.</summary>
internal sealed record SetHoldRequest
{
    public bool? Set { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Whether a legal hold stands.</summary>
/// <param name="Id">The complaint's id.</param>
/// <param name="Held">Whether it stands.</param>
/// <param name="Version">The complaint's version with it.</param>
internal sealed record HoldResponse(string Id, bool Held, int Version);
