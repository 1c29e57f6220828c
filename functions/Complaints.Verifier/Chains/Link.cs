using System.Text.Json;

namespace Complaints.Verifier.Chains;

/// <summary>One event with its place in a chain, as it was found.</summary>
/// <param name="Seq">The number beside it.</param>
/// <param name="Hash">The hash beside it.</param>
/// <param name="Previous">The hash of the one before, as it stands beside it.</param>
/// <param name="Canonical">The bytes that were hashed; empty where they cannot be read.</param>
internal sealed record Link(int Seq, string Hash, string Previous, ReadOnlyMemory<byte> Canonical)
{
    /// <summary>The number that the event gives itself, under the hash; null where it cannot be read.</summary>
    public int? OwnSeq() => Own<int?>("seq", each => each.TryGetInt32(out var number) ? number : null);

    /// <summary>When it was recorded, by its own word; null where it cannot be read.</summary>
    public string? RecordedAt() => Own("recordedAt", each => each.GetString());

    private T? Own<T>(string name, Func<JsonElement, T?> read)
    {
        try
        {
            using var whole = JsonDocument.Parse(Canonical);
            return whole.RootElement.TryGetProperty(name, out var value) ? read(value) : default;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
