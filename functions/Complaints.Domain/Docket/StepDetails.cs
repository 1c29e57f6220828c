using System.Text.Json;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>What a step brings with it. Each step uses a few of these; null is unknown or not asked.</summary>
public sealed record StepDetails
{
    /// <summary>The forum a crossing step leads to.</summary>
    public string? Forum { get; init; }

    /// <summary>The time zone of a forum that sits at the place.</summary>
    public string? ForumZone { get; init; }

    /// <summary>The forum's own name, for example of one of 232 territorial commissions.</summary>
    public string? ForumName { get; init; }

    /// <summary>How it was handed in.</summary>
    public string? Channel { get; init; }

    /// <summary>Who appeals: <c>complainant</c>, <c>challengedBody</c>, <c>prosecutor</c>.</summary>
    public string? By { get; init; }

    /// <summary>The number in the forum's book; null with Register means that none was given.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>What the decision grants or refuses.</summary>
    public string? Outcome { get; init; }

    /// <summary>Why it was dismissed on form, in the forum's view.</summary>
    public IReadOnlyList<string>? Grounds { get; init; }

    /// <summary>When the party received the decision.</summary>
    public Instant? ServedAt { get; init; }

    /// <summary>The forum's own word for the outcome.</summary>
    public string? Wording { get; init; }

    /// <summary>The judge or composition, acting in office.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Whether reasons were given: <c>full</c>, <c>partial</c>, <c>none</c>.</summary>
    public string? Reasons { get; init; }

    /// <summary>Whether the party was offered to mend a defect; null if unknown.</summary>
    public bool? RectificationOffered { get; init; }

    /// <summary>What was granted.</summary>
    public IReadOnlyList<string>? Remedy { get; init; }

    /// <summary>When the decision came into force.</summary>
    public Instant? InForceAt { get; init; }

    /// <summary>Whom a check was asked of.</summary>
    public string? AskedOf { get; init; }

    /// <summary>Where this is known from.</summary>
    public string? Source { get; init; }

    /// <summary>Why, as a short note without names.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the proceeding a crossing step opens.</summary>
    public int? Opens { get; init; }

    /// <summary>Whether the filing was in time, as judged when it was recorded.</summary>
    public FilingVerdict? Filing { get; init; }

    /// <summary>What a timer's step rests on: <c>latest</c> reading, <c>benchmark</c>, or <c>noHigherForum</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>The event a correction mends.</summary>
    public int? Event { get; init; }

    /// <summary>The fields a correction sets, by name.</summary>
    public JsonElement? New { get; init; }

    /// <summary>Whether a correction says that its event never happened.</summary>
    public bool? DidNotHappen { get; init; }

    /// <summary>What those fields held before.</summary>
    public JsonElement? Old { get; init; }
}
