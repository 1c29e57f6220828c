namespace Complaints.Functions.Docket;

/// <summary>Asks to open who is behind a complaint and what they told.</summary>
internal sealed record OpenIdentityRequest
{
    public string? Purpose { get; init; }

    public IReadOnlyList<string>? Items { get; init; }
}
