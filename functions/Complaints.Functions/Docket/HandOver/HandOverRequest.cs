namespace Complaints.Functions.Docket.HandOver;

/// <summary>Whom a complaint is handed to, and why.</summary>
internal sealed record HandOverRequest
{
    public string? To { get; init; }

    public string? Why { get; init; }
}

/// <summary>Whose a complaint is.</summary>
/// <param name="Id">The complaint's id.</param>
/// <param name="Election">The id of its election.</param>
/// <param name="KeptBy">The pseudonym of whose it is.</param>
/// <param name="Version">The complaint's version with it.</param>
internal sealed record KeeperResponse(string Id, string Election, string KeptBy, int Version);
