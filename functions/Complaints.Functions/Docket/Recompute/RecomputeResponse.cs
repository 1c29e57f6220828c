using Complaints.Domain;
using NodaTime;

namespace Complaints.Functions.Docket.Recompute;

/// <summary>What a new rulebook version makes of an election's complaints.</summary>
public sealed record RecomputeResponse
{
    /// <summary>The instant it is true for.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>The version, as id@number.</summary>
    public required string Rulebook { get; init; }

    /// <summary>SHA-256 over its canonical document.</summary>
    public required string Hash { get; init; }

    /// <summary>Whether it was saved, or only reported.</summary>
    public required bool Applied { get; init; }

    /// <summary>Whether new complaints are judged under it from now on.</summary>
    public required bool ForNew { get; init; }

    /// <summary>How many complaints move.</summary>
    public required int Moved { get; init; }

    /// <summary>The first thousand of them.</summary>
    public required IReadOnlyList<MoveResponse> Moves { get; init; }

    /// <summary>How many it changes nothing for. They are not written, and stay under the version they are pinned to.</summary>
    public required int Unchanged { get; init; }

    /// <summary>How many were not looked at, being under another rulebook.</summary>
    public required int UnderOtherLaw { get; init; }

    /// <summary>Those whose history would not have been possible under it. They stay as they are.</summary>
    public required IReadOnlyList<RefusedResponse> Refused { get; init; }

    /// <summary>Those that somebody else changed at the same moment: run it again.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
}

/// <summary>A complaint that moves: from which version, and what is otherwise.</summary>
public sealed record MoveResponse(string Id, string Reference, string From, IReadOnlyList<ChangeResponse> Changes);

/// <summary>A complaint that cannot be judged under the version, and why.</summary>
public sealed record RefusedResponse(string Id, string Reference, IReadOnlyList<Refusal> Refusals);
