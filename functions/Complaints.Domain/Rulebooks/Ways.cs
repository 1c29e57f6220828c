namespace Complaints.Domain.Rulebooks;

/// <summary>A way to count one limit beside the primary one: a reading, or two at once, those at the places First and Second of the single ones.</summary>
public sealed record Variant(IReadOnlyList<string> Ambiguities, Text Label, Needs Needs, ReadingChange Change, int First = -1, int Second = -1)
{
    /// <summary>The limits a single reading touches; empty for two at once.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>Whether it touches the window near election day and nothing else.</summary>
    internal bool IsOfWindowOnly { get; } = Change.IsOfWindowOnly;

    /// <summary>Whether it leaves the window as it is.</summary>
    internal bool LeavesWindow { get; } = Change.LeavesWindow;
}

/// <summary>
/// Every way to count one limit beside the primary one: its readings, and those pairs of them that answer two questions and change
/// different things. Ways that answer the same questions share one list of them.
/// </summary>
public sealed class Ways
{
    private readonly Dictionary<string, string[]> lists = new(StringComparer.Ordinal);

    internal Ways(string limit, IReadOnlyList<ReadingRule> readings)
        : this([.. readings.Where(reading => reading.Limits.Contains(limit))])
    {
    }

    internal Ways(IReadOnlyList<ReadingRule> touching)
    {
        SingleWays =
        [
            .. touching.Select(reading => new Variant(Shared(reading.Ambiguity), reading.Label, reading.Needs, reading.Change) { Limits = reading.Limits }),
        ];
        PairWays =
        [
            .. from second in Enumerable.Range(0, touching.Count)
               from first in Enumerable.Range(0, second)
               let one = touching[first]
               let other = touching[second]
               where one.Ambiguity != other.Ambiguity && !one.Keys.Intersect(other.Keys).Any()
               select new Variant(
                   Shared(one.Ambiguity, other.Ambiguity), Text.Join("; ", one.Label, other.Label), one.Needs | other.Needs,
                   one.Change.With(other.Change), first, second),
        ];
    }

    /// <summary>One reading at a time, in the order of the rulebook.</summary>
    public IReadOnlyList<Variant> Singles => SingleWays;

    /// <summary>Two readings at once.</summary>
    public IReadOnlyList<Variant> Pairs => PairWays;

    internal Variant[] SingleWays { get; }

    internal Variant[] PairWays { get; }

    private string[] Shared(params string[] ambiguities)
    {
        Array.Sort(ambiguities, StringComparer.Ordinal);
        var name = string.Join('+', ambiguities);
        return lists.TryGetValue(name, out var list) ? list : lists[name] = ambiguities;
    }
}
