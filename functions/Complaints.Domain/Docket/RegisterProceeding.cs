using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>A proceeding as the register shows it.</summary>
public sealed record RegisterProceeding
{
    /// <summary>Its number within the complaint.</summary>
    public required int Number { get; init; }

    /// <summary>The proceeding it came from; null for a first filing.</summary>
    public int? Parent { get; init; }

    /// <summary>What the law takes it for.</summary>
    public required Matter Matter { get; init; }

    /// <summary>Whether the forum calls it an application.</summary>
    public bool IsTreatedAsApplication { get; init; }

    /// <summary>The forum that has it.</summary>
    public required string Forum { get; init; }

    /// <summary>The tz database id of the clock the forum lives by.</summary>
    public required string Zone { get; init; }

    /// <summary>How far it has come.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The forum's number for it.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>When the forum received it.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>When the tracker heard of that; null in a row that was kept before this was.</summary>
    public Instant? HeardAt { get; init; }

    /// <summary>When the tracker heard of the decision.</summary>
    public Instant? DecisionHeardAt { get; init; }

    /// <summary>Whether it was filed in time.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>The outcome, if decided.</summary>
    public string? Outcome { get; init; }

    /// <summary>The grounds of a dismissal on form.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>When it was decided.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>Whether mending was offered; null if unknown.</summary>
    public bool? RectificationOffered { get; init; }

    /// <summary>What was granted.</summary>
    public IReadOnlyList<string> Remedy { get; init; } = [];

    /// <summary>Whether the decision or the silence was challenged.</summary>
    public bool IsChallenged { get; init; }

    /// <summary>The register's view of a proceeding.</summary>
    public static RegisterProceeding Of(Proceeding each) => new()
    {
        Number = each.Number,
        Parent = each.Parent,
        Matter = each.Matter,
        IsTreatedAsApplication = each.IsTreatedAsApplication,
        Forum = each.Forum.Id,
        Zone = each.Zone.Id,
        Stage = each.Stage,
        RegistrationNumber = each.RegistrationNumber,
        ReceivedAt = each.ReceivedAt,
        HeardAt = each.RecordedAt,
        DecisionHeardAt = each.Decision?.RecordedAt,
        Timeliness = each.Filing?.Timeliness,
        Outcome = each.Decision?.Outcome,
        Grounds = each.Decision?.Grounds ?? [],
        DecidedAt = each.Decision?.At,
        RectificationOffered = each.Decision?.RectificationOffered,
        Remedy = each.Decision?.Remedy ?? [],
        IsChallenged = each.IsChallenged || each.IsSilenceChallenged,
    };
}
