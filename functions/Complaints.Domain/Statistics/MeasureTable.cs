using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>The counts of a register, to be looked up by measure and filter.</summary>
internal sealed class MeasureTable
{
    private readonly Dictionary<(string Id, string? Filter), Measure> rows;

    private MeasureTable(IReadOnlyList<Measure> all)
    {
        All = all;
        rows = all.ToDictionary(each => (each.Id, each.Filter));
    }

    /// <summary>Every row, by measure and filter.</summary>
    public IReadOnlyList<Measure> All { get; }

    /// <summary>Counts these filings.</summary>
    public static MeasureTable Of(Law law, IReadOnlyList<Filing> filings, LocalDate today)
    {
        var complaints = new Group(null, [.. filings.Where(each => !each.IsApplication)], SourceOf(law.Election), today);
        var applications = complaints with { Filings = [.. filings.Where(each => each.IsApplication)] };

        return new MeasureTable(
        [
            .. FilingMeasures.OfApplications(applications)
                .Concat(FilingMeasures.OfComplaints(complaints))
                .Concat(OutcomeMeasures.Of(complaints, law))
                .OrderBy(each => each.Id, StringComparer.Ordinal)
                .ThenBy(each => each.Filter, StringComparer.Ordinal),
        ]);
    }

    /// <summary>What the source of a count is called.</summary>
    public static string SourceOf(Election election) => $"register of {election.Id}";

    /// <summary>The row of this measure and filter; null if nothing was counted there.</summary>
    public Measure? Find(string id, string? filter) => rows.GetValueOrDefault((id, filter));

    /// <summary>How many there are at this measure and filter: none where there is no row.</summary>
    public int Count(string id, string? filter) => Find(id, filter)?.Numerator ?? 0;

    /// <summary>The rows under a filter that differ by the value of one more key, the largest first.</summary>
    public IReadOnlyList<(string Value, Measure Row)> Under(string id, string? filter, string key) =>
    [
        .. All.Where(each => each.Id == id)
            .Select(each => (Value: MeasureFilter.ValueUnder(each.Filter, filter, key), Row: each))
            .Where(each => each.Value is not null)
            .Select(each => (each.Value!, each.Row))
            .OrderByDescending(each => each.Row.Numerator)
            .ThenBy(each => each.Item1, StringComparer.Ordinal),
    ];
}
