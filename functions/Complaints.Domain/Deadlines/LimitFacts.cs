using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Deadlines;

/// <summary>A stay of a proceeding: from when, and until when, null while it has not been resumed.</summary>
public sealed record Suspension(Instant From, Instant? Until);

/// <summary>What is known of one step that has to be taken in time; null means unknown, and for election day that there is none.</summary>
public sealed record LimitFacts
{
    private static readonly Instant Least = Instant.FromUtc(1971, 1, 1, 0, 0);
    private static readonly Instant Most = Instant.FromUtc(2199, 12, 31, 0, 0);

    /// <summary>The limit asked for; null leaves the choice to the law.</summary>
    public string? LimitId { get; init; }

    /// <summary>What the limit is for; not looked at when the limit is named.</summary>
    public LimitKind Kind { get; init; }

    /// <summary>The code of the forum.</summary>
    public required string Forum { get; init; }

    /// <summary>The zone the forum lives by.</summary>
    public required DateTimeZone ForumZone { get; init; }

    /// <summary>The zone of the place where it happened.</summary>
    public DateTimeZone? PlaceZone { get; init; }

    /// <summary>The moment that starts the count.</summary>
    public required Instant CountedFrom { get; init; }

    /// <summary>What that moment is, from the closed list of triggers; null takes whatever trigger the fitting limit has.</summary>
    public string? Trigger { get; init; }

    /// <summary>Election day; null where there is no election.</summary>
    public LocalDate? ElectionDay { get; init; }

    /// <summary>What is brought; null lets it be derived as for a first filing.</summary>
    public Matter? Matter { get; init; }

    /// <summary>What is attacked; null lets it be derived from actor and kind of act.</summary>
    public Target? Target { get; init; }

    /// <summary>Whose act is challenged.</summary>
    public string? ChallengedActor { get; init; }

    /// <summary>What kind of act: decision, action, inaction, thirdParty or results.</summary>
    public string? ChallengedActKind { get; init; }

    /// <summary>What it is about, as group.item.</summary>
    public string? Subject { get; init; }

    /// <summary>The phase of the election: electionDay, count or results.</summary>
    public string? Phase { get; init; }

    /// <summary>Why the step is needed: wrong_forum.</summary>
    public string? Reason { get; init; }

    /// <summary>When the act was published.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>When the complainant came to know.</summary>
    public Instant? KnownAt { get; init; }

    /// <summary>When the decision was served.</summary>
    public Instant? ServedAt { get; init; }

    /// <summary>When the results were determined.</summary>
    public Instant? DeterminedAt { get; init; }

    /// <summary>Whether the violation goes on.</summary>
    public bool Continuing { get; init; }

    /// <summary>The stay of the proceeding, if there was one.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>The facts a reading may need, those that are given.</summary>
    internal Needs Given =>
        (PublishedAt is null ? Needs.None : Needs.PublishedAt)
        | (KnownAt is null ? Needs.None : Needs.KnownAt)
        | (ServedAt is null ? Needs.None : Needs.ServedAt)
        | (DeterminedAt is null ? Needs.None : Needs.DeterminedAt)
        | (Continuing ? Needs.Continuing : Needs.None)
        | (Suspended is null ? Needs.None : Needs.Suspended)
        | (PlaceZone is null ? Needs.None : Needs.PlaceZone);

    /// <summary>The given moment of this name; what starts the count where it is not one of the dated facts.</summary>
    internal Instant Moment(Needs name) => name switch
    {
        Needs.PublishedAt => PublishedAt!.Value,
        Needs.KnownAt => KnownAt!.Value,
        Needs.ServedAt => ServedAt!.Value,
        Needs.DeterminedAt => DeterminedAt!.Value,
        _ => CountedFrom,
    };

    /// <summary>The name of the first moment that nobody could mean; null if there is none.</summary>
    internal string? FirstOutOfRange() =>
        IsOut(CountedFrom) ? "countedFrom"
        : ElectionDay is { Year: < 1971 or > 2199 } ? "electionDay"
        : Suspended is { } suspended && (IsOut(suspended.From) || IsOut(suspended.Until)) ? "suspended"
        : IsOut(PublishedAt) ? "publishedAt"
        : IsOut(KnownAt) ? "knownAt"
        : IsOut(ServedAt) ? "servedAt"
        : IsOut(DeterminedAt) ? "determinedAt"
        : null;

    /// <summary>Whether nobody could mean this moment; only those from 1971 to 2199 are counted.</summary>
    internal static bool IsOut(Instant? at) => at < Least || at > Most;
}
