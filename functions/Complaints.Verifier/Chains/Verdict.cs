namespace Complaints.Verifier.Chains;

/// <summary>What came of a check, in one line.</summary>
internal sealed record Verdict(bool IsWell, string Line)
{
    public static Verdict Well(string counts) => new(true, $"Well: {counts}.");

    public static Verdict Bad(string first) => new(false, $"Bad: {first}");
}
