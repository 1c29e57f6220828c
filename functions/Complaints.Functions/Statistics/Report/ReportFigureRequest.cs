using Complaints.Domain.Statistics;
using NodaTime;

namespace Complaints.Functions.Statistics.Report;

/// <summary>A figure that somebody stated about an election.</summary>
internal sealed record ReportFigureRequest
{
    public string? Measure { get; init; }

    public string? Filter { get; init; }

    public int? Value { get; init; }

    public bool Approximate { get; init; }

    public string? Source { get; init; }

    public LocalDate? AsOf { get; init; }

    public ReportedFigure ToFigure() => new(Measure!, Filter, Value!.Value, Approximate, Source!, AsOf!.Value);
}
