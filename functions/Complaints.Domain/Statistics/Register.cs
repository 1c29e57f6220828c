using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>What the paragraphs are written from: the filings, their counts today, and what was stated about them.</summary>
internal sealed class Register(Law law, IReadOnlyList<Filing> filings, IReadOnlyList<ReportedFigure> reported, LocalDate today)
{
    private readonly Dictionary<LocalDate, MeasureTable> earlier = [];

    /// <summary>The election and its law.</summary>
    public Law Law { get; } = law;

    /// <summary>The figures somebody stated.</summary>
    public IReadOnlyList<ReportedFigure> Reported { get; } = reported;

    /// <summary>The day of asking.</summary>
    public LocalDate Today { get; } = today;

    /// <summary>The counts of the day of asking.</summary>
    public MeasureTable Counts { get; } = MeasureTable.Of(law, filings, today);

    /// <summary>The counts of what had happened by the end of a day.</summary>
    public MeasureTable CountsOn(LocalDate day) => earlier.TryGetValue(day, out var known)
        ? known
        : earlier[day] = MeasureTable.Of(Law, [.. filings.Select(each => each.AsOf(day)).OfType<Filing>()], day);
}
