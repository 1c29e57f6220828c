using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.NoteFact;

/// <summary>Something that is known beside the steps.</summary>
internal sealed record NoteFactRequest
{
    public string? Fact { get; init; }

    public Instant? At { get; init; }

    public int? Proceeding { get; init; }

    public string? Source { get; init; }

    public string? KnownVia { get; init; }

    public string? Url { get; init; }

    public string? Mode { get; init; }

    public bool? Notified { get; init; }

    public bool? Attended { get; init; }

    public bool? OpenToPublic { get; init; }

    public bool? Formalistic { get; init; }

    public string? Note { get; init; }

    public FactKind Kind => Enum.Parse<FactKind>(Fact!, ignoreCase: true);

    public FactDetails ToDetails() => new()
    {
        Source = Source,
        KnownVia = KnownVia,
        Url = Url,
        Mode = Mode,
        Notified = Notified,
        Attended = Attended,
        OpenToPublic = OpenToPublic,
        Formalistic = Formalistic,
    };
}
