using System.Text.Json.Serialization;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>One row of the statistics: a count of the register, or a figure somebody stated.</summary>
/// <param name="Id">The measure, M01 to M20.</param>
/// <param name="Filter">What is counted, for example <c>forum=SC;ground=late</c>; null for all.</param>
/// <param name="Numerator">How many there are.</param>
/// <param name="Denominator">Out of how many of which it is known; null for a plain count and for a stated figure.</param>
/// <param name="Unknown">Of how many it is not known; they are in neither of the two.</param>
/// <param name="Approximate">Whether the number is stated as "some" or "about"; never true of a count.</param>
/// <param name="Source">Where the number is from.</param>
/// <param name="AsOf">The day up to which it counts.</param>
public sealed record Measure(
    string Id, string? Filter, int Numerator, int? Denominator, int Unknown, bool Approximate, string Source, LocalDate AsOf)
{
    /// <summary>The measures that are defined, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(1, 20).Select(number => FormattableString.Invariant($"M{number:D2}"))];

    /// <summary>Whether one may write "most": more than half, even if none of the unknown were among them.</summary>
    [JsonIgnore]
    public bool IsMost => Denominator is { } known && 2 * Numerator > known + Unknown;

    /// <summary>Whether one may write "all": every one that is known, and none unknown.</summary>
    [JsonIgnore]
    public bool IsAll => Denominator is { } known && known > 0 && Numerator == known && Unknown == 0;

    /// <summary>What is counted, from the general to the special: a key and its value each; none for all.</summary>
    [JsonIgnore]
    public IReadOnlyList<(string Key, string Value)> Parts => MeasureFilter.PartsOf(Filter);

    /// <summary>Whether it is a figure that somebody stated, and no count of the register.</summary>
    [JsonIgnore]
    public bool IsStated { get; private init; }

    /// <summary>A figure somebody stated, as a row beside the count.</summary>
    public static Measure Of(ReportedFigure figure) =>
        new(figure.Measure, figure.Filter, figure.Value, null, 0, figure.Approximate, figure.Source, figure.AsOf) { IsStated = true };
}
