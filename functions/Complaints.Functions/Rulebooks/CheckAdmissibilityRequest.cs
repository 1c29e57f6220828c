using Complaints.Domain.Admissibility;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>A filing somebody is about to make.</summary>
internal sealed record CheckAdmissibilityRequest
{
    /// <summary>Whether election day was said at all, be it as null: left out means unknown.</summary>
    private readonly bool isElectionDayGiven;

    public string? Rulebook { get; init; }

    /// <summary>Election day; null where there is no election.</summary>
    public LocalDate? ElectionDay
    {
        get;
        init
        {
            field = value;
            isElectionDayGiven = true;
        }
    }

    public string? Forum { get; init; }

    public string? ForumZone { get; init; }

    public string? PlaceZone { get; init; }

    public string? ComplainantType { get; init; }

    public int? Members { get; init; }

    public string? ChallengedActor { get; init; }

    public string? ChallengedActKind { get; init; }

    public string? Subject { get; init; }

    public string? Matter { get; init; }

    public Instant? CountedFrom { get; init; }

    public Instant? PublishedAt { get; init; }

    public Instant? KnownAt { get; init; }

    public Instant? DeterminedAt { get; init; }

    public bool Continuing { get; init; }

    public Instant? At { get; init; }

    public IReadOnlyList<string>? Has { get; init; }

    public FilingFacts ToFacts(Instant now) => new()
    {
        Forum = Forum!,
        ForumZone = Zones.Find(ForumZone ?? ""),
        PlaceZone = Zones.Find(PlaceZone ?? ""),
        ElectionDay = ElectionDay,
        IsElectionDayGiven = isElectionDayGiven,
        ComplainantType = ComplainantType,
        Members = Members,
        ChallengedActor = ChallengedActor,
        ChallengedActKind = ChallengedActKind,
        Subject = Subject,
        Matter = Matter,
        CountedFrom = CountedFrom,
        PublishedAt = PublishedAt,
        KnownAt = KnownAt,
        DeterminedAt = DeterminedAt,
        Continuing = Continuing,
        At = At ?? now,
        Has = Has,
    };
}
