using System.Text.Json;
using Complaints.Storage.Docket.Rebuilding;

namespace Complaints.Functions.Docket.Rebuild;

/// <summary>What a rebuild of an election found.</summary>
/// <param name="Complaints">How many complaints were looked at.</param>
/// <param name="Mended">How many rows were not what the events give, and now are.</param>
/// <param name="Broken">How many complaints have events or a head that no longer fit each other. Nothing of them was changed.</param>
/// <param name="Left">How many others kept changing meanwhile.</param>
/// <param name="Kinds">How many of each kind.</param>
/// <param name="Rows">The first thousand, each with what was done.</param>
internal sealed record RebuildResponse(
    int Complaints, int Mended, int Broken, int Left, IReadOnlyDictionary<string, int> Kinds, IReadOnlyList<RebuiltRow> Rows)
{
    public static RebuildResponse From(Rebuilt rebuilt) => new(
        rebuilt.Complaints,
        rebuilt.Mended,
        rebuilt.Broken,
        rebuilt.Left,
        rebuilt.Counts.ToDictionary(each => JsonNamingPolicy.CamelCase.ConvertName(each.Key.ToString()), each => each.Value),
        rebuilt.First);
}
