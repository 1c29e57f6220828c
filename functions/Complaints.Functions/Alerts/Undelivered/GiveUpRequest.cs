namespace Complaints.Functions.Alerts.Undelivered;

/// <summary>A notice that nobody can hand out, and why it is given up.</summary>
internal sealed record GiveUpRequest
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    public string? Notice { get; init; }

    public string? Reason { get; init; }
}
