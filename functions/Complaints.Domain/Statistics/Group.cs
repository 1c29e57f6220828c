using NodaTime;

namespace Complaints.Domain.Statistics;

/// <summary>The filings that a row counts over: all of them, or those with one forum.</summary>
internal sealed record Group(string? Filter, IReadOnlyList<Filing> Filings, string Source, LocalDate Today)
{
    /// <summary>The day up to which the filings report: that of their source if all were taken over from one, else today.</summary>
    private LocalDate AsOf => Filings.Count > 0 && Filings.All(each => each.Entry.AsOf is not null)
        ? LocalDate.Min(Today, Filings.Max(each => each.Entry.AsOf!.Value))
        : Today;

    /// <summary>This group, then one for each forum in it.</summary>
    public IEnumerable<Group> WithForums() =>
        Filings.GroupBy(each => each.Forum, (forum, some) => this with { Filter = MeasureFilter.And(Filter, "forum", forum), Filings = [.. some] })
            .OrderBy(each => each.Filter, StringComparer.Ordinal)
            .Prepend(this);

    /// <summary>A plain count of the group.</summary>
    public Measure Count(string id) => new(id, Filter, Filings.Count, null, 0, false, Source, AsOf);

    /// <summary>A share of the group.</summary>
    public Measure Share(string id, int numerator, int denominator, int unknown) =>
        new(id, Filter, numerator, denominator, unknown, false, Source, AsOf);

    /// <summary>A share of the group, narrowed by one more pair.</summary>
    public Measure Share(string id, string key, string value, int numerator, int denominator, int unknown) =>
        Share(id, numerator, denominator, unknown) with { Filter = MeasureFilter.And(Filter, key, value) };

    /// <summary>One share for each value that occurs, out of those of which it is known.</summary>
    public IEnumerable<Measure> Shares(string id, string key, Func<Filing, string?> valueOf)
    {
        var known = Filings.Select(valueOf).OfType<string>().ToArray();

        return known.GroupBy(value => value, StringComparer.Ordinal)
            .OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => Share(id, key, each.Key, each.Count(), known.Length, Filings.Count - known.Length));
    }
}
