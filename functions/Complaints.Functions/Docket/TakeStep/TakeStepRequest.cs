using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using NodaTime;

namespace Complaints.Functions.Docket.TakeStep;

/// <summary>A step that somebody reports: what, when, and what it brings with it.</summary>
internal sealed record TakeStepRequest
{
    public string? Step { get; init; }

    public Instant? At { get; init; }

    public int? Proceeding { get; init; }

    public string? Forum { get; init; }

    public string? ForumZone { get; init; }

    public string? ForumName { get; init; }

    public string? Channel { get; init; }

    public string? By { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? Outcome { get; init; }

    public IReadOnlyList<string>? Grounds { get; init; }

    public Instant? ServedAt { get; init; }

    public string? Wording { get; init; }

    public string? DecidedBy { get; init; }

    public string? Reasons { get; init; }

    public bool? RectificationOffered { get; init; }

    public IReadOnlyList<string>? Remedy { get; init; }

    public Instant? InForceAt { get; init; }

    public string? AskedOf { get; init; }

    public string? Source { get; init; }

    public string? Reason { get; init; }

    public int? Event { get; init; }

    public JsonElement? New { get; init; }

    public bool? DidNotHappen { get; init; }

    public Step ToStep() => new(Enum.Parse<ProceduralStep>(Step!), At!.Value, Proceeding, ToDetails());

    public StepDetails ToDetails() => new()
    {
        Forum = Forum,
        ForumZone = ForumZone,
        ForumName = ForumName,
        Channel = Channel,
        By = By,
        RegistrationNumber = RegistrationNumber,
        Outcome = Outcome,
        Grounds = Grounds,
        ServedAt = ServedAt,
        Wording = Wording,
        DecidedBy = DecidedBy,
        Reasons = Reasons,
        RectificationOffered = RectificationOffered,
        Remedy = Remedy,
        InForceAt = InForceAt,
        AskedOf = AskedOf,
        Source = Source,
        Reason = Reason,
        Event = Event,
        New = New,
        DidNotHappen = DidNotHappen is true ? true : null,
    };
}
