using Complaints.Domain.Deadlines;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Docket;

/// <summary>The complaint before one forum.</summary>
public sealed record Proceeding
{
    /// <summary>Its number within the complaint, from 1, in the order of recording.</summary>
    public required int Number { get; init; }

    /// <summary>The proceeding it came from; null for a first filing.</summary>
    public int? Parent { get; init; }

    /// <summary>The step that opened it.</summary>
    public required ProceduralStep OpenedBy { get; init; }

    /// <summary>What the law takes it for: complaint, appeal, inaction or application.</summary>
    public required Matter Matter { get; init; }

    /// <summary>The forum that has it.</summary>
    public required Forum Forum { get; init; }

    /// <summary>The time zone in which the forum counts.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The forum's own name, where there are many of its kind.</summary>
    public string? ForumName { get; init; }

    /// <summary>How it was handed in.</summary>
    public string? Channel { get; init; }

    /// <summary>Whose act is challenged here: on appeal, the forum below.</summary>
    public string? ChallengedActor { get; init; }

    /// <summary>What kind of act is challenged here.</summary>
    public string? ChallengedActKind { get; init; }

    /// <summary>Who appealed; null unless opened by an appeal.</summary>
    public string? By { get; init; }

    /// <summary>How far it has come.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The stage behind the silence: where it was when its time passed, and how far it has come since.</summary>
    public Stage BeforeSilence { get; init; } = Stage.Lodged;

    /// <summary>When the forum received it; after a return, when it received it again.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>When the tracker heard of its receipt. No alert is owed for a moment before this.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The forum's number for it.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Whether the forum calls it an application.</summary>
    public bool IsTreatedAsApplication { get; init; }

    /// <summary>How long its clock stood still, several pauses taken as one; null if it never did, also where a suspension came too late to stop it.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>Whether its filing was in time; null where there was no limit to judge it by.</summary>
    public FilingVerdict? Filing { get; init; }

    /// <summary>What the forum decided.</summary>
    public Decision? Decision { get; init; }

    /// <summary>Whether an appeal against the decision, or a remittal, is on record.</summary>
    public bool IsChallenged { get; init; }

    /// <summary>Whether silence here has been challenged.</summary>
    public bool IsSilenceChallenged { get; init; }

    /// <summary>The last check asked of the police or a state body, while unanswered.</summary>
    public CheckRequest? Check { get; init; }

    /// <summary>Where it stands.</summary>
    public Position Position => new(Forum.Instance ?? Instance.Filing, Stage);

    /// <summary>Whether nothing has ended it yet. A decided proceeding is not open, though its decision may be challenged.</summary>
    public bool IsOpen => Stage is Stage.Lodged or Stage.Registered or Stage.Returned or Stage.Admitted or Stage.Suspended or Stage.Unanswered;

    /// <summary>Whether the forum owes an answer and has not fallen silent. While it is suspended, the clock says whether time still passes.</summary>
    public bool IsAwaited => Stage is Stage.Lodged or Stage.Registered or Stage.Admitted or Stage.Suspended;
}

/// <summary>What a forum decided.</summary>
public sealed record Decision
{
    /// <summary>The moment it was taken.</summary>
    public required Instant At { get; init; }

    /// <summary>When the tracker heard of it.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>What it grants or refuses.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it was dismissed on form, in the forum's view.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>When the party received it.</summary>
    public Instant? ServedAt { get; init; }

    /// <summary>When it was published.</summary>
    public Instant? PublishedAt { get; init; }

    /// <summary>When it came into force.</summary>
    public Instant? InForceAt { get; init; }

    /// <summary>The forum's own word for the outcome.</summary>
    public string? Wording { get; init; }

    /// <summary>The judge or composition.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Whether reasons were given.</summary>
    public string? Reasons { get; init; }

    /// <summary>Whether the party was offered to mend a defect; null if unknown.</summary>
    public bool? RectificationOffered { get; init; }

    /// <summary>What was granted.</summary>
    public IReadOnlyList<string> Remedy { get; init; } = [];

    /// <summary>When that was carried out.</summary>
    public Instant? RemedyCarriedOutAt { get; init; }

    /// <summary>Whether it came in time; null where the law gives no date.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>Whether it dismissed the complaint on form.</summary>
    public bool IsOnForm => Outcome == Outcomes.DismissedOnForm;
}

/// <summary>A check asked of the police or a state body.</summary>
public sealed record CheckRequest(Instant At, Instant RecordedAt, string AskedOf);
