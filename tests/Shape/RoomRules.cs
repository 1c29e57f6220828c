using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>What the table of rooms forbids: folders it does not know, namespaces that do not follow folders, and uses it does not list.</summary>
internal sealed partial class RoomRules(RoomTable table, IReadOnlyList<SourceFile> files)
{
    private readonly HashSet<string> _folders = [.. files.Select(file => file.RoomFolder).OfType<string>().SelectMany(WithParents)];
    private readonly ILookup<string, string> _foldersOfType = TypesOf(files);

    /// <summary>Every breach, one sentence each, beginning with the file.</summary>
    public IEnumerable<string> Breaches() => files.SelectMany(BreachesOf);

    private IEnumerable<string> BreachesOf(SourceFile file)
    {
        if (file.RoomFolder is not { } folder)
        {
            yield break;
        }

        if (table.RoomOf(folder) is null)
        {
            yield return $"{file.Path}: the folder {folder} is not in the table of rooms.";
            yield break;
        }

        if (WrongNamespace(file, folder) is { } wrong)
        {
            yield return wrong;
        }

        if (GlobalUsing().IsMatch(file.Code))
        {
            yield return $"{file.Path}: a global using reaches into every room.";
        }

        foreach (var (name, line, used) in UsesOf(file, folder).Where(use => !table.Allows(folder, use.Folder)))
        {
            yield return $"{file.Path}({line}): {folder} may not use {used} ({name}).";
        }
    }

    private static string? WrongNamespace(SourceFile file, string folder)
    {
        var expected = "Complaints." + folder.Replace('/', '.');

        return Namespace().Match(file.Code) is { Success: true } match && match.Groups["name"].Value != expected
            ? $"{file.Path}: the namespace {match.Groups["name"].Value} does not follow the folder; expected {expected}."
            : null;
    }

    private IEnumerable<(string Name, int Line, string Folder)> UsesOf(SourceFile file, string folder)
    {
        var named = Imports(file, folder).Append(file).SelectMany(source => source.Uses("Complaints")).Select(use => (use.Name, use.Line, FolderOf(use.Name)));

        return named.Concat(Neighbours(file, folder)).Where(use => use.Item3.Length > 0);
    }

    // A Razor file also has the usings of every _Imports.razor above it.
    private IEnumerable<SourceFile> Imports(SourceFile file, string folder) => file.Name.EndsWith(".razor", StringComparison.Ordinal)
        ? files.Where(other => other.Name == "_Imports.razor" && other != file && other.RoomFolder is { } above && WithParents(folder).Contains(above))
        : [];

    // Inside Complaints.Domain.Docket the compiler reads Alerts.Alert as Complaints.Domain.Alerts.Alert, without a using.
    private IEnumerable<(string Name, int Line, string Folder)> Neighbours(SourceFile file, string folder) =>
        from match in Chain().Matches(file.Code)
        let names = match.Value.Split('.')
        from length in Enumerable.Range(1, names.Length - 1)
        from above in WithParents(folder).Prepend("")
        let used = string.Join('/', names[..length].Prepend(above).Where(part => part.Length > 0))
        where _foldersOfType[names[length]].Contains(used)
        select (match.Value, file.LineOf(match.Index), used);

    private string FolderOf(string name)
    {
        var parts = name.Split('.')[1..];

        for (var length = parts.Length; length > 0; length--)
        {
            if (string.Join('/', parts[..length]) is var folder && (_folders.Contains(folder) || length == 1))
            {
                return folder is "Domain" or "Storage" or "Functions" || length > 1 ? folder : "";
            }
        }

        return "";
    }

    private static IEnumerable<string> WithParents(string folder)
    {
        var parts = folder.Split('/');
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('/', parts[..length]));
    }

    private static ILookup<string, string> TypesOf(IReadOnlyList<SourceFile> files) => files
        .Where(file => file.RoomFolder is not null)
        .SelectMany(file => Declared().Matches(file.Code).Select(match => (Type: match.Groups["type"].Value, Folder: file.RoomFolder!)))
        .ToLookup(pair => pair.Type, pair => pair.Folder, StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*@?namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*global\s+using\s", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex Chain();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?!struct\b|class\b)(?<type>[A-Z]\w*)")]
    private static partial Regex Declared();
}
