using System.Security.Cryptography;
using System.Text.Json;

namespace Complaints.Functions.Docket.Record;

/// <summary>What a page was shown holding: by it a later answer to the same question tells whether it overtakes one that its writer never saw.</summary>
internal static class Held
{
    /// <summary>The hidden field of the page.</summary>
    public const string Name = "_held";

    /// <summary>A short hash of the answers to one question.</summary>
    public static string HashOf(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> answers) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answers.OrderBy(each => each.Key, StringComparer.Ordinal).ToArray())).AsSpan(0, 8));
}
