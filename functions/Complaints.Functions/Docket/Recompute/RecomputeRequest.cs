namespace Complaints.Functions.Docket.Recompute;

/// <summary>A new rulebook version for the complaints of an election.</summary>
internal sealed record RecomputeRequest
{
    /// <summary>The version to judge under, with its number.</summary>
    public string? Rulebook { get; init; }

    /// <summary>Which complaints: those pinned to this rulebook or version. Left out, those under any version of the same rulebook.</summary>
    public string? From { get; init; }

    /// <summary>Whether to save it, or only to report.</summary>
    public bool Apply { get; init; }

    /// <summary>Whether new complaints are judged under it from now on.</summary>
    public bool ForNew { get; init; }

    /// <summary>The reason that stands in each complaint's history; left out, the places in which the law differs.</summary>
    public string? Why { get; init; }
}
