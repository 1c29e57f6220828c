using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>A complaint as JSON: where it stands, what may be done next and until when.</summary>
internal sealed record ComplaintResponse
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required string Election { get; init; }

    public required string Rulebook { get; init; }

    public required string Matter { get; init; }

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

    public Instant? ClaimedAt { get; init; }

    public bool? Continuing { get; init; }

    public string? PlaceZone { get; init; }

    public string? Region { get; init; }

    public string? Precinct { get; init; }

    public string? RemedySought { get; init; }

    public string? KnownVia { get; init; }

    public required Instant RecordedAt { get; init; }

    public required PositionResponse Position { get; init; }

    public Timeliness? Timeliness { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyDictionary<string, string> Consents { get; init; }

    public required bool Held { get; init; }

    public required bool Erased { get; init; }

    public required IReadOnlyList<PermittedStepResponse> PermittedSteps { get; init; }

    public required IReadOnlyList<DeadlineResponse> Deadlines { get; init; }

    public required IReadOnlyList<ProceedingResponse> Proceedings { get; init; }

    public required IReadOnlyList<WarningResponse> Warnings { get; init; }

    public required IReadOnlyList<DocumentResponse> Documents { get; init; }

    public required string Receipt { get; init; }

    public static ComplaintResponse From(Complaint complaint, Instant now)
    {
        var grievance = complaint.Grievance;
        return new ComplaintResponse
        {
            Id = complaint.Id,
            Reference = complaint.Reference,
            Election = grievance.Election,
            Rulebook = complaint.Law.Rulebook.Version,
            Matter = grievance.Matter,
            ComplainantType = grievance.ComplainantType,
            Complainant = grievance.Complainant,
            ChallengedActor = grievance.ChallengedActor,
            ChallengedActKind = grievance.ChallengedActKind,
            ChallengedAct = grievance.ChallengedAct,
            Subject = grievance.Subject,
            OccurredAt = grievance.OccurredAt,
            PublishedAt = grievance.PublishedAt,
            KnownAt = grievance.KnownAt,
            DeterminedAt = grievance.DeterminedAt,
            ClaimedAt = grievance.ClaimedAt,
            Continuing = grievance.Continuing,
            PlaceZone = grievance.PlaceZone,
            Region = grievance.Region,
            Precinct = grievance.Precinct,
            RemedySought = grievance.RemedySought,
            KnownVia = grievance.KnownVia,
            RecordedAt = complaint.RecordedAt,
            Position = new PositionResponse(complaint.Position.Instance, complaint.Position.Stage!.Value),
            Timeliness = complaint.Timeliness,
            Version = complaint.Version,
            Consents = Consent.Purposes.ToDictionary(each => each, each => Kinds.OfConsent(complaint.ConsentTo(each))),
            Held = complaint.IsHeld,
            Erased = complaint.IsErased,
            PermittedSteps = [.. complaint.PermittedSteps(now).Select(each => new PermittedStepResponse(each.Step, each.Proceeding, complaint.FlagOf(each.Step, each.Proceeding)))],
            Deadlines = [.. complaint.Clocks(now).Select(DeadlineResponse.From)],
            Proceedings = [.. complaint.Proceedings.Select(each => ProceedingResponse.From(each, complaint.FinalityOf(each)))],
            Warnings = [.. complaint.Warnings(now).Select(each => new WarningResponse(each.Code, each.Message, each.Citation?.English))],
            Documents = [.. complaint.Documents.Select(each => DocumentResponse.From(each, complaint))],
            Receipt = $"/api/complaints/{complaint.Id}/receipt",
        };
    }
}

/// <summary>Where a complaint stands.</summary>
internal sealed record PositionResponse(Instance Instance, Stage Stage);

/// <summary>A step that is open now.</summary>
/// <param name="Step">The step.</param>
/// <param name="Proceeding">The proceeding it would be taken in.</param>
/// <param name="Flag"><c>arguable</c> or <c>final</c>; null where nothing needs to be known before it is taken.</param>
internal sealed record PermittedStepResponse(ProceduralStep Step, int? Proceeding, string? Flag);

/// <summary>Something that should be seen at once, for example a filing with the wrong forum. It blocks nothing.</summary>
internal sealed record WarningResponse(string Code, string Message, string? Citation);

/// <summary>A document, without its name: that lies in the vault.</summary>
/// <param name="Number">Its number within the complaint.</param>
/// <param name="Sha256">SHA-256 over its bytes.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Type">The media type found in its content.</param>
/// <param name="Scan">What a virus scanner said: <c>none</c>, <c>clean</c>, <c>quarantined</c> until it speaks, <c>infected</c>.</param>
/// <param name="SameAs">The earlier document that has the same content; null if none has.</param>
internal sealed record DocumentResponse(int Number, string Sha256, long Size, string Type, string Scan, int? SameAs)
{
    public static DocumentResponse From(DocumentAdded each, Complaint complaint) =>
        new(each.Number, each.Sha256, each.Size, each.Type, each.Scan ?? Scans.None, complaint.SameAs(each));
}

/// <summary>A proceeding before one forum.</summary>
internal sealed record ProceedingResponse
{
    public required int Number { get; init; }

    public int? Parent { get; init; }

    public required ProceduralStep OpenedBy { get; init; }

    public required string Kind { get; init; }

    public required Instance Instance { get; init; }

    public required string Forum { get; init; }

    public string? ForumName { get; init; }

    public required string ForumZone { get; init; }

    public string? Channel { get; init; }

    public required Stage Stage { get; init; }

    public required Instant ReceivedAt { get; init; }

    public string? RegistrationNumber { get; init; }

    public Timeliness? Timeliness { get; init; }

    public FilingVerdict? Filing { get; init; }

    public DecisionResponse? Decision { get; init; }

    public FinalityResponse? Finality { get; init; }

    public static ProceedingResponse From(Proceeding each, Finality? finality) => new()
    {
        Number = each.Number,
        Parent = each.Parent,
        OpenedBy = each.OpenedBy,
        Kind = Kinds.Of(each),
        Instance = each.Position.Instance,
        Forum = each.Forum.Id,
        ForumName = each.ForumName,
        ForumZone = each.Zone.Id,
        Channel = each.Channel,
        Stage = each.Stage,
        ReceivedAt = each.ReceivedAt,
        RegistrationNumber = each.RegistrationNumber,
        Timeliness = each.Filing?.Timeliness,
        Filing = each.Filing,
        Decision = each.Decision is { } decision ? DecisionResponse.From(decision) : null,
        Finality = finality is null ? null : new FinalityResponse(finality.Code, finality.At, finality.Forum?.Id, finality.Citation?.English),
    };
}

/// <summary>When a decision becomes final by itself, or why it does not.</summary>
internal sealed record FinalityResponse(string Code, Instant? At, string? Forum, string? Citation);

/// <summary>What a forum decided.</summary>
internal sealed record DecisionResponse(
    Instant At,
    string Outcome,
    IReadOnlyList<string> Grounds,
    Instant? ServedAt,
    Instant? PublishedAt,
    Instant? InForceAt,
    string? Wording,
    string? DecidedBy,
    string? Reasons,
    bool? RectificationOffered,
    IReadOnlyList<string> Remedy,
    Instant? RemedyCarriedOutAt,
    Timeliness? Timeliness)
{
    public static DecisionResponse From(Decision each) => new(
        each.At,
        each.Outcome,
        each.Grounds,
        each.ServedAt,
        each.PublishedAt,
        each.InForceAt,
        each.Wording,
        each.DecidedBy,
        each.Reasons,
        each.RectificationOffered,
        each.Remedy,
        each.RemedyCarriedOutAt,
        each.Timeliness);
}
