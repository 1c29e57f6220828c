using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>A complaint as the register shows it: flat, without identities, enough for lists, boards and statistics.</summary>
public sealed record RegisterEntry
{
    /// <summary>The complaint's id.</summary>
    public required string Id { get; init; }

    /// <summary>How many events it has.</summary>
    public required int Version { get; init; }

    /// <summary>The instance that has it.</summary>
    public required Instance Instance { get; init; }

    /// <summary>How far it has come there.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Whether the current proceeding was filed in time.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>Complaint or application.</summary>
    public required string Matter { get; init; }

    /// <summary>What kind of party files it.</summary>
    public string? ComplainantType { get; init; }

    /// <summary>Whose act is challenged.</summary>
    public string? ChallengedActor { get; init; }

    /// <summary>The cluster.</summary>
    public string? ChallengedAct { get; init; }

    /// <summary>The forums competent for the challenged act; empty where that is unknown.</summary>
    public IReadOnlyList<string> Competent { get; init; } = [];

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>Where, coarsely.</summary>
    public string? Region { get; init; }

    /// <summary>When it was first written down.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The pseudonym of who first wrote it down, for whom it is their own; null in a row that was kept before this was.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>The earliest end of a clock that runs: what is most urgent.</summary>
    public Instant? DueEarliest { get; init; }

    /// <summary>The end of that clock under its last reading; null where one reading has none.</summary>
    public Instant? DueLatest { get; init; }

    /// <summary>The day up to which the source of an imported row reports.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>The purposes to which the party's consent was withdrawn; null if none was.</summary>
    public IReadOnlyList<string>? Withdrawn { get; init; }

    /// <summary>Its proceedings.</summary>
    public IReadOnlyList<RegisterProceeding> Proceedings { get; init; } = [];

    /// <summary>
    /// The entry as it is shown in a list. Where the party no longer agrees to be followed it is a tombstone: that it was there, and where it stands. What is
    /// counted goes by the entry itself, so that no total moves.
    /// </summary>
    public RegisterEntry Shown() => Withdrawn?.Contains(Consent.Tracking) is not true ? this : new RegisterEntry
    {
        Id = Id,
        Version = Version,
        Instance = Instance,
        Stage = Stage,
        Matter = Matter,
        RecordedAt = RecordedAt,
        RecordedBy = RecordedBy,
        Withdrawn = Withdrawn,
    };

    /// <summary>The register's view of a complaint.</summary>
    public static RegisterEntry Of(Complaint complaint)
    {
        var urgent = complaint.Clocks().Where(each => each is { IsOurs: true, Deadline.Earliest: not null }).MinBy(each => each.Deadline.Earliest);
        var grievance = complaint.Grievance;

        return new RegisterEntry
        {
            Id = complaint.Id,
            Version = complaint.Version,
            Instance = complaint.Position.Instance,
            Stage = complaint.Position.Stage!.Value,
            Timeliness = complaint.Timeliness,
            Matter = grievance.Matter,
            ComplainantType = grievance.ComplainantType,
            ChallengedActor = grievance.ChallengedActor,
            ChallengedAct = grievance.ChallengedAct,
            Competent = [.. Facts.Competent(complaint.Law, grievance).Select(each => each.Id)],
            Subject = grievance.Subject,
            Region = grievance.Region,
            RecordedAt = complaint.RecordedAt,
            RecordedBy = complaint.RecordedBy,
            DueEarliest = urgent?.Deadline.Earliest,
            DueLatest = urgent?.Deadline.Latest,
            AsOf = grievance.AsOf,
            Withdrawn = complaint.Withdrawn is { Count: > 0 } withdrawn ? withdrawn : null,
            Proceedings = [.. complaint.Proceedings.Select(RegisterProceeding.Of)],
        };
    }
}

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

    /// <summary>When the forum received it.</summary>
    public required Instant ReceivedAt { get; init; }

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
        ReceivedAt = each.ReceivedAt,
        Timeliness = each.Filing?.Timeliness,
        Outcome = each.Decision?.Outcome,
        Grounds = each.Decision?.Grounds ?? [],
        DecidedAt = each.Decision?.At,
        RectificationOffered = each.Decision?.RectificationOffered,
        Remedy = each.Decision?.Remedy ?? [],
        IsChallenged = each.IsChallenged || each.IsSilenceChallenged,
    };
}
