using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>A figure somebody stated. It is printed beside the tracker's own count, never instead of it.</summary>
/// <param name="Measure">The measure it is a value of, for example <c>M01</c>.</param>
/// <param name="Filter">What is counted, for example <c>forum=SC</c>; null for all.</param>
/// <param name="Value">The number as stated.</param>
/// <param name="Approximate">Whether the source says "some" or "about".</param>
/// <param name="Source">Who stated it, and where.</param>
/// <param name="AsOf">The day up to which it counts.</param>
public sealed record ReportedFigure(string Measure, string? Filter, int Value, bool Approximate, string Source, LocalDate AsOf);
