using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>One library, one room: where the table of libraries lets a library's namespaces be named.</summary>
internal sealed class LibraryRules(IReadOnlyList<TableLine> table)
{
    /// <summary>Every breach in a file, one sentence each.</summary>
    public IEnumerable<string> BreachesOf(SourceFile file) =>
        from line in table
        from library in line.Names
        where !line.Entries.Any(place => IsIn(file, place))
        from use in UsesOf(file, library)
        select $"{file.Path}({use}): {library} may be named only in {string.Join(", ", line.Entries)}.";

    /// <summary>The breach of a compiled reference, however it was spelled; one sentence for each library, none or one.</summary>
    public IEnumerable<string> BreachesOf(CompiledUse use) =>
        from line in table
        from library in line.Names
        where $"{use.Used.Namespace}.".StartsWith($"{library}.", StringComparison.Ordinal) && !line.Entries.Any(place => IsIn(use.File, place))
        select $"{use.File.Path} refers to {use.Used.FullName}: {library} may be used only in {string.Join(", ", line.Entries)}.";

    // Azure is also a word of Microsoft.Azure.Functions: a root namespace has no dot before it.
    private static IEnumerable<int> UsesOf(SourceFile file, string library) =>
        Regex.Matches(file.Code, $@"(?:\busing\s+(?:static\s+)?(?:\w+\s*=\s*)?|(?<![\w.]))(?:global::)?{Regex.Escape(library)}(?=[.;]|\s*$)", RegexOptions.Multiline)
            .Select(match => file.LineOf(match.Index));

    private static bool IsIn(SourceFile file, string place) => place.EndsWith(".cs", StringComparison.Ordinal)
        ? file.Name.EndsWith(place.TrimStart('*'), StringComparison.Ordinal) && (place.StartsWith('*') || file.Name == place)
        : file.RoomFolder is { } folder && (folder + "/").StartsWith(place.TrimEnd('*').TrimEnd('/') + "/", StringComparison.Ordinal);
}
