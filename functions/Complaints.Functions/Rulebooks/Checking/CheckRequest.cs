using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Rulebooks.Checking;

/// <summary>What somebody tells of a filing before they make it. The fields are named as those of a complaint to be recorded, so that the answers can go on there.</summary>
internal sealed record CheckRequest
{
    public string? Election { get; init; }

    public string? Matter { get; init; }

    public string? ChallengedActor { get; init; }

    public string? ChallengedActKind { get; init; }

    public string? Subject { get; init; }

    public string? PlaceZone { get; init; }

    public Instant? OccurredAt { get; init; }

    public Instant? PublishedAt { get; init; }

    public Instant? KnownAt { get; init; }

    public Instant? DeterminedAt { get; init; }

    public bool? Continuing { get; init; }

    public string? ComplainantType { get; init; }

    public int? Members { get; init; }

    /// <summary>Where it is to be filed; null while that is the question.</summary>
    public string? Forum { get; init; }

    public IReadOnlyList<string>? Has { get; init; }

    /// <summary>The same question as the other door asks it, for one forum.</summary>
    public CheckAdmissibilityRequest At(Forum forum, Election election, Rulebook law) => new()
    {
        Rulebook = law.Version,
        ElectionDay = election.ElectionDay,
        Forum = forum.Id,
        PlaceZone = PlaceZone,
        ComplainantType = ComplainantType,
        Members = Members,
        ChallengedActor = ChallengedActor,
        ChallengedActKind = ChallengedActKind,
        Subject = Subject,
        Matter = Matter,
        CountedFrom = OccurredAt,
        PublishedAt = PublishedAt,
        KnownAt = KnownAt,
        DeterminedAt = DeterminedAt,
        Continuing = Continuing is true,
        Has = Has,
    };
}
