using System.Collections;

namespace Complaints.Domain;

/// <summary>All the reasons why something was refused, in the order they were found; empty when it was allowed.</summary>
public sealed class RefusalList(IReadOnlyList<Refusal> refusals) : IReadOnlyList<Refusal>
{
    /// <summary>No reason at all: allowed.</summary>
    public static RefusalList None { get; } = new([]);

    /// <summary>How many reasons there are.</summary>
    public int Count => refusals.Count;

    /// <summary>The reason at this place, counted from zero.</summary>
    public Refusal this[int index] => refusals[index];

    /// <summary>The reasons in order.</summary>
    public IEnumerator<Refusal> GetEnumerator() => refusals.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
