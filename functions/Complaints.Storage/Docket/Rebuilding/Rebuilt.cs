namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>What kind of row a rebuild found otherwise than the events say.</summary>
public enum RebuiltKind
{
    /// <summary>The events themselves, a head that does not fit their end, a place where another document lies: told, and never mended.</summary>
    Record,

    /// <summary>A column of a head.</summary>
    Head,

    /// <summary>The row that says when a complaint is looked at next.</summary>
    WakeUp,

    /// <summary>A notice in the outbox.</summary>
    Notice,

    /// <summary>The row that tells other hosts of a change.</summary>
    News,

    /// <summary>A document that had not reached the place its event gives it.</summary>
    Document,
}

/// <summary>One thing that a rebuild found.</summary>
/// <param name="Kind">What kind of row.</param>
/// <param name="Complaint">The complaint's id, as far as one can tell.</param>
/// <param name="What">What was otherwise, and what was done.</param>
public sealed record RebuiltRow(RebuiltKind Kind, string Complaint, string What);

/// <summary>What a rebuild of one election found and mended.</summary>
public sealed class Rebuilt
{
    private const int MostTold = 1000;

    private readonly Dictionary<RebuiltKind, int> counts = Enum.GetValues<RebuiltKind>().ToDictionary(each => each, _ => 0);
    private readonly List<RebuiltRow> first = [];

    /// <summary>How many complaints were looked at.</summary>
    public int Complaints { get; internal set; }

    /// <summary>How many rows were mended.</summary>
    public int Mended => counts.Where(each => each.Key is not RebuiltKind.Record).Sum(each => each.Value);

    /// <summary>How many complaints have events, or a head over them, that nothing can be derived from.</summary>
    public int Broken => counts[RebuiltKind.Record];

    /// <summary>How many complaints others kept changing meanwhile: the next run looks at them.</summary>
    public int Left { get; internal set; }

    /// <summary>How many there were of each kind.</summary>
    public IReadOnlyDictionary<RebuiltKind, int> Counts => counts;

    /// <summary>The first thousand.</summary>
    public IReadOnlyList<RebuiltRow> First => first;

    /// <summary>Adds what was found.</summary>
    public void Add(params IReadOnlyList<RebuiltRow> rows)
    {
        foreach (var row in rows)
        {
            counts[row.Kind]++;

            if (first.Count < MostTold)
            {
                first.Add(row);
            }
        }
    }
}
