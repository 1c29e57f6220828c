using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace Complaints.Shape.Tests;

/// <summary>
/// What keeps the domain a calculation: nothing of its list of banned symbols, and nothing remembered between two questions. The analyzer reads
/// the whole list as the domain is compiled; here its types are looked for in what came out, so that no pragma lets one through.
/// </summary>
internal sealed class PurityRules(string bannedSymbols)
{
    private static readonly Type[] Fixed =
    [
        typeof(ReadOnlyCollection<>), typeof(ReadOnlyDictionary<,>), typeof(FrozenDictionary<,>), typeof(FrozenSet<>), typeof(ImmutableArray<>),
        typeof(ImmutableList<>), typeof(ImmutableDictionary<,>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedDictionary<,>),
    ];

    // Less System.Environment, which the compiler's own iterators ask for the current thread.
    private readonly HashSet<string> _types =
        [.. Symbols(bannedSymbols).Where(symbol => symbol.StartsWith("T:", StringComparison.Ordinal)).Select(symbol => symbol[2..]).Except(["System.Environment"])];

    /// <summary>The symbols of such a list, as the compiler writes them: T:, M: or P: and a name.</summary>
    public static IEnumerable<string> Symbols(string list) => list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0]);

    /// <summary>The breach of a compiled reference: none or one.</summary>
    public IEnumerable<string> BreachesOf(CompiledUse use)
    {
        var used = use.Used.IsGenericType ? use.Used.GetGenericTypeDefinition() : use.Used;

        if (_types.Contains(used.FullName!))
        {
            yield return $"{use.File.Path}: the domain is pure, and this refers to {used.FullName}.";
        }
    }

    /// <summary>Every static field that can be assigned again, or whose value can be changed, one sentence each.</summary>
    public static IEnumerable<string> BreachesOf(Type type) =>
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal) && !type.Name.Contains('<')
        where !field.IsInitOnly || CanChange(field.FieldType) || (field.FieldType.Assembly == type.Assembly && HasChangeableField(field.FieldType))
        select $"{type.FullName}.{field.Name}: a static field that can change.";

    // A collection that can be filled later may be a cache. A table of words may stay an array.
    private static bool CanChange(Type type)
    {
        if (type.IsArray)
        {
            return type.GetElementType() is { IsPrimitive: false, IsEnum: false } element && element != typeof(string);
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;

        return type.Namespace is "System.Collections.Concurrent" || (!Fixed.Contains(definition) && type.GetInterfaces().Append(type).Any(IsCollection));
    }

    private static bool IsCollection(Type type) => type == typeof(System.Collections.IList) || type == typeof(System.Collections.ICollection)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ICollection<>));

    // <name>P is a primary constructor's parameter, which no compiler makes read-only.
    private static bool HasChangeableField(Type type) => !type.IsEnum
        && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(field => (!field.IsInitOnly && !field.Name.EndsWith(">P", StringComparison.Ordinal)) || CanChange(field.FieldType));
}
