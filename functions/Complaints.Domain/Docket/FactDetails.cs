namespace Complaints.Domain.Docket;

/// <summary>A kind of fact beside the steps.</summary>
public enum FactKind
{
    /// <summary>The forum heard the matter.</summary>
    Hearing,

    /// <summary>The act or the decision was published.</summary>
    Publication,

    /// <summary>The decision reached the party.</summary>
    Service,

    /// <summary>The decision came into force.</summary>
    InForce,

    /// <summary>What was granted has been carried out.</summary>
    RemedyCarriedOut,

    /// <summary>The observers' own view of a decision.</summary>
    Assessment,

    /// <summary>Somebody was put under pressure. Only that it was reported is kept here; the rest is sealed in the vault.</summary>
    Retaliation,
}

/// <summary>What a fact says. Each kind uses a few of these; null is unknown.</summary>
public sealed record FactDetails
{
    /// <summary>Where it is known from.</summary>
    public string? Source { get; init; }

    /// <summary>How the mission knows of it.</summary>
    public string? KnownVia { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>How the hearing was held: <c>in_person</c>, <c>online</c>, <c>written</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Whether the party was told of the hearing.</summary>
    public bool? Notified { get; init; }

    /// <summary>Whether the party took part.</summary>
    public bool? Attended { get; init; }

    /// <summary>Whether the public was let in.</summary>
    public bool? OpenToPublic { get; init; }

    /// <summary>Whether the observers hold the ground to be formalistic.</summary>
    public bool? Formalistic { get; init; }

    /// <summary>What names a text about it in the vault; null if there is none. One about pressure put on somebody lies under a key of its own.</summary>
    public string? Note { get; init; }
}
