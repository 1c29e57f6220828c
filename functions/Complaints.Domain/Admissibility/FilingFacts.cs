using NodaTime;

namespace Complaints.Domain.Admissibility;

/// <summary>What is known of a filing that somebody is about to make; null means unknown, and for election day that there is none.</summary>
public sealed record FilingFacts
{
    /// <summary>The code of the forum it would be brought to.</summary>
    public required string Forum { get; init; }

    /// <summary>The zone that forum lives by, needed where it sits at the place.</summary>
    public DateTimeZone? ForumZone { get; init; }

    /// <summary>The zone of the place where it happened.</summary>
    public DateTimeZone? PlaceZone { get; init; }

    /// <summary>Election day; null where there is no election.</summary>
    public LocalDate? ElectionDay { get; init; }

    /// <summary>Whether it was said which day that is, or that there is none.</summary>
    public bool IsElectionDayGiven { get; init; } = true;

    /// <summary>Who complains, or the office held: a code of the lists.</summary>
    public string? ComplainantType { get; init; }

    /// <summary>How many members of parliament file together.</summary>
    public int? Members { get; init; }

    /// <summary>Whose act is challenged.</summary>
    public string? ChallengedActor { get; init; }

    /// <summary>What kind of act: decision, action, inaction, thirdParty or results.</summary>
    public string? ChallengedActKind { get; init; }

    /// <summary>What it is about, as group.item.</summary>
    public string? Subject { get; init; }

    /// <summary>What the filer calls it: complaint or application.</summary>
    public string? Matter { get; init; }

    /// <summary>The act, or whatever else starts the time to file.</summary>
    public Instant? CountedFrom { get; init; }

    /// <summary>When the act was published.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>When the complainant came to know of it.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>When the results were determined.</summary>
    public Instant? DeterminedAt { get; init; }

    /// <summary>Whether the violation goes on.</summary>
    public bool Continuing { get; init; }

    /// <summary>The moment of filing.</summary>
    public required Instant At { get; init; }

    /// <summary>The elements of form it has, as codes.</summary>
    public IReadOnlyCollection<string>? Has { get; init; }
}
