using System.Text.Json.Serialization;
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

    /// <summary>The pseudonym of the colleague who took it over; null while it is its recorder's.</summary>
    public string? HandedTo { get; init; }

    /// <summary>Whose it is; null where nobody knows.</summary>
    [JsonIgnore]
    public string? KeptBy => HandedTo ?? RecordedBy;

    /// <summary>When something was last recorded of it; null in a row that was kept before this was.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>When something was last recorded that can move a date; null if nothing ever was.</summary>
    public Instant? MovedAt { get; init; }

    /// <summary>The ids of the complaints it was found to be the same as; null if none.</summary>
    public IReadOnlyList<string>? SameAs { get; init; }

    /// <summary>The clocks that run and have a date; null in a row that was kept before this was.</summary>
    public IReadOnlyList<RegisterClock>? Clocks { get; init; }

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

    /// <summary>The proceeding that tells where the complaint stands, as the complaint itself would choose it; null before filing.</summary>
    [JsonIgnore]
    public RegisterProceeding? Current =>
        Proceedings.LastOrDefault(each => each.Stage is Stage.Lodged or Stage.Registered or Stage.Returned or Stage.Admitted or Stage.Suspended or Stage.Unanswered)
        ?? Proceedings.LastOrDefault();

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
        HandedTo = HandedTo,
        Withdrawn = Withdrawn,
    };

    /// <summary>The register's view of a complaint.</summary>
    public static RegisterEntry Of(Complaint complaint)
    {
        var clocks = complaint.Clocks(Instant.MaxValue).Where(each => each is { IsOurs: true, Deadline.Earliest: not null }).ToArray();
        var urgent = clocks.Where(each => each.ArguedFrom is null).MinBy(each => each.Deadline.Earliest);
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
            HandedTo = complaint.KeptBy is var keeper && keeper == complaint.RecordedBy ? null : keeper,
            ChangedAt = complaint.History[^1].RecordedAt,
            MovedAt = complaint.History.LastOrDefault(RegisterClock.CanMoveDates)?.RecordedAt,
            SameAs = complaint.SameAs is { Count: > 0 } others ? others : null,
            Clocks = [.. clocks.Select(RegisterClock.Of)],
            DueEarliest = urgent?.Deadline.Earliest,
            DueLatest = urgent?.Deadline.Latest,
            AsOf = grievance.AsOf,
            Withdrawn = complaint.Withdrawn is { Count: > 0 } withdrawn ? withdrawn : null,
            Proceedings = [.. complaint.Proceedings.Select(RegisterProceeding.Of)],
        };
    }
}
