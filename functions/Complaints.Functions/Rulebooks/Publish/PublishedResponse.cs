using System.Text.Json.Nodes;
using Complaints.Domain.Rulebooks;

namespace Complaints.Functions.Rulebooks.Publish;

/// <summary>A published rulebook, and in which places it differs from the version before; null where it is the first.</summary>
public sealed record PublishedResponse(
    string Id, string Version, string Hash, string Calendar, string? Before, IReadOnlyList<DifferenceResponse>? Differences)
{
    /// <summary>A version beside the one before it.</summary>
    public static PublishedResponse From(Rulebook rulebook, Rulebook? before) => new(
        rulebook.Id,
        rulebook.Version,
        rulebook.Hash,
        rulebook.Versions.Calendar,
        before?.Version,
        before is null ? null : [.. LawComparison.Between(before, rulebook).Select(DifferenceResponse.From)]);
}

/// <summary>One place in which two versions differ, and what each says there; null if nothing.</summary>
public sealed record DifferenceResponse(string Place, JsonNode? Before, JsonNode? After, bool MovesDates)
{
    /// <summary>One difference as JSON.</summary>
    public static DifferenceResponse From(LawDifference each) => new(each.Place, Node(each.Before), Node(each.After), each.CanMoveDates);

    private static JsonNode? Node(string? json) => json is null ? null : JsonNode.Parse(json);
}
