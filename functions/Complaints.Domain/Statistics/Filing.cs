using Complaints.Domain.Docket;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>One proceeding as it is counted: a complaint, an appeal, a petition or an application before one forum.</summary>
internal sealed record Filing(RegisterEntry Entry, RegisterProceeding Proceeding)
{
    /// <summary>The register's code for a dismissal without looking at the merits.</summary>
    public const string OnForm = Outcomes.DismissedOnForm;

    /// <summary>The forum it was filed with.</summary>
    public string Forum => Proceeding.Forum;

    /// <summary>Whether it is an application, which is never counted among complaints.</summary>
    public bool IsApplication => Proceeding.Matter is Matter.Application;

    /// <summary>Whether a forum decided it, on the merits or on form.</summary>
    public bool IsDecided => Proceeding.Outcome is "upheld" or "partly_upheld" or "dismissed_merits" or OnForm;

    /// <summary>Whether it was dismissed on form.</summary>
    public bool IsDismissedOnForm => Proceeding.Outcome == OnForm;

    /// <summary>Whether it was upheld, wholly or in part.</summary>
    public bool IsUpheld => Proceeding.Outcome is "upheld" or "partly_upheld";

    /// <summary>How it ended; null while it has not.</summary>
    public string? Outcome => Proceeding.Outcome ?? Proceeding.Stage switch
    {
        Stage.Withdrawn => "withdrawn",
        Stage.Closed => "no_decision",
        Stage.Forwarded => "forwarded",
        _ => null,
    };

    /// <summary>Whether the forum is competent for the challenged act; null where that is unknown. Asked of first filings.</summary>
    public bool? IsWithCompetentForum => Entry.Competent.Count == 0 ? null : Entry.Competent.Contains(Forum);

    /// <summary>Every proceeding of the register.</summary>
    public static IReadOnlyList<Filing> Of(IEnumerable<RegisterEntry> entries) =>
        [.. entries.SelectMany(entry => entry.Proceedings.Select(proceeding => new Filing(entry, proceeding)))];

    /// <summary>Whether a forum decided it before this day began where the forum sits.</summary>
    public bool IsReviewedBefore(LocalDate day) => IsDecided && Proceeding.DecidedAt is { } at && Day(at) < day;

    /// <summary>The filing as it stood at the end of a day where the forum sits; null if it was not yet received.</summary>
    public Filing? AsOf(LocalDate day) =>
        Day(Proceeding.ReceivedAt) > day ? null
        : Proceeding.DecidedAt is { } decided && Day(decided) > day ? this with { Proceeding = Undecided() }
        : this;

    private LocalDate Day(Instant at) => at.InZone(Zones.Find(Proceeding.Zone) ?? DateTimeZone.Utc).Date;

    private RegisterProceeding Undecided() => Proceeding with
    {
        Stage = Stage.Lodged,
        Outcome = null,
        Grounds = [],
        DecidedAt = null,
        RectificationOffered = null,
        Remedy = [],
        IsChallenged = false,
    };
}
