using NodaTime;

namespace Complaints.Functions.Docket.HearConsent;

/// <summary>What the party said about one purpose.</summary>
internal sealed record HearConsentRequest
{
    public string? Purpose { get; init; }

    public bool? Given { get; init; }

    public Instant? At { get; init; }

    public string? Way { get; init; }
}
