namespace Complaints.Functions.Docket.LinkSame;

/// <summary>Links a complaint to the one it is the same as, or undoes that.</summary>
internal sealed record LinkSameRequest
{
    public string? Other { get; init; }

    public bool? Linked { get; init; }

    public string? Why { get; init; }
}
