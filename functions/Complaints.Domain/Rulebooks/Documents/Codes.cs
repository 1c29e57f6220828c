using System.Collections.Frozen;

namespace Complaints.Domain.Rulebooks.Documents;

/// <summary>The codes documents write for the members of an enum: the same name, its first letter small.</summary>
internal static class Codes
{
    public static T? Parse<T>(string code) where T : struct, Enum => Table<T>.ByCode.TryGetValue(code, out var value) ? value : null;

    public static IReadOnlyList<string> Of<T>() where T : struct, Enum => Table<T>.All;

    public static string Write<T>(T value) where T : struct, Enum => CodeOf(value.ToString());

    private static string CodeOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static class Table<T> where T : struct, Enum
    {
        public static readonly IReadOnlyList<string> All = [.. Enum.GetNames<T>().Select(CodeOf)];

        public static readonly FrozenDictionary<string, T> ByCode =
            Enum.GetValues<T>().ToFrozenDictionary(value => CodeOf(value.ToString()), StringComparer.Ordinal);
    }
}
