using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Docket.Record;

/// <summary>A complaint to be written down. Name, contact and narrative go to the vault, the rest to the register.</summary>
internal sealed record RecordComplaintRequest
{
    public string? Election { get; init; }

    public string? Matter { get; init; }

    public string? ComplainantType { get; init; }

    public string? Complainant { get; init; }

    public string? ChallengedActor { get; init; }

    public string? ChallengedActKind { get; init; }

    public string? ChallengedAct { get; init; }

    public string? Subject { get; init; }

    public Instant? OccurredAt { get; init; }

    public Instant? PublishedAt { get; init; }

    public Instant? KnownAt { get; init; }

    public Instant? DeterminedAt { get; init; }

    /// <summary>When it was written down on a form without a connection, by the word of its writer.</summary>
    public Instant? ClaimedAt { get; init; }

    public bool? Continuing { get; init; }

    public string? PlaceZone { get; init; }

    public string? Region { get; init; }

    public string? Precinct { get; init; }

    public string? RemedySought { get; init; }

    public string? KnownVia { get; init; }

    public string? Narrative { get; init; }

    public IdentityRequest? Identity { get; init; }

    public Grievance ToGrievance(Election election, Rulebook rulebook, string pseudonym) => new()
    {
        Election = election.Id,
        Rulebook = rulebook.Version,
        Matter = Matter!,
        ComplainantType = ComplainantType,
        Complainant = Complainant ?? pseudonym,
        ChallengedActor = ChallengedActor,
        ChallengedActKind = ChallengedActKind,
        ChallengedAct = ChallengedAct,
        Subject = Subject,
        OccurredAt = OccurredAt,
        PublishedAt = PublishedAt,
        KnownAt = KnownAt,
        DeterminedAt = DeterminedAt,
        ClaimedAt = ClaimedAt,
        Continuing = Continuing,
        PlaceZone = PlaceZone,
        Region = Region,
        Precinct = Precinct,
        RemedySought = RemedySought,
        KnownVia = KnownVia,
    };
}

/// <summary>Who complains, for the vault alone.</summary>
internal sealed record IdentityRequest(string? Name, string? Contact);
