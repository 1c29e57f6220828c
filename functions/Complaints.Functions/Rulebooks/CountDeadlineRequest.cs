using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>A deadline to be counted, and the facts to count it from.</summary>
internal sealed record CountDeadlineRequest
{
    private readonly bool isElectionDayGiven;

    public string? Rulebook { get; init; }

    public string? Limit { get; init; }

    public LimitKind? Kind { get; init; }

    public string? Trigger { get; init; }

    public string? Forum { get; init; }

    public string? ForumZone { get; init; }

    public Instant? CountedFrom { get; init; }

    public string? PlaceZone { get; init; }

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

    public string? ChallengedActor { get; init; }

    public string? ChallengedActKind { get; init; }

    public string? Subject { get; init; }

    public string? Phase { get; init; }

    public string? Reason { get; init; }

    public Instant? PublishedAt { get; init; }

    public Instant? KnownAt { get; init; }

    public Instant? ServedAt { get; init; }

    public Instant? DeterminedAt { get; init; }

    public bool Continuing { get; init; }

    public SuspensionRequest? Suspended { get; init; }

    public Instant? At { get; init; }

    /// <summary>Whether election day was said at all, be it as null: left out means unknown.</summary>
    public bool HasSaidElectionDay() => isElectionDayGiven;

    public LimitFacts ToFacts(Forum forum) => new()
    {
        LimitId = Limit,
        Kind = Kind ?? LimitKind.Decision,
        Trigger = Trigger,
        Forum = forum.Id,
        ForumZone = Zones.Find(ForumZone ?? "") ?? forum.Zone.Fixed ?? DateTimeZone.Utc,
        CountedFrom = CountedFrom!.Value,
        PlaceZone = Zones.Find(PlaceZone ?? ""),
        ElectionDay = ElectionDay,
        ChallengedActor = ChallengedActor,
        ChallengedActKind = ChallengedActKind,
        Subject = Subject,
        Phase = Phase,
        Reason = Reason,
        PublishedAt = PublishedAt,
        KnownAt = KnownAt,
        ServedAt = ServedAt,
        DeterminedAt = DeterminedAt,
        Continuing = Continuing,
        Suspended = Suspended is { From: { } from } ? new Suspension(from, Suspended.Until) : null,
    };
}

/// <summary>A stay of the proceeding.</summary>
internal sealed record SuspensionRequest(Instant? From, Instant? Until);
