using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>
/// What the table of rooms forbids: folders it does not know, namespaces that do not follow folders, and uses it does not list, in the text
/// (where a constant or a nameof leaves no other trace) and in what was compiled from it.
/// </summary>
internal sealed partial class RoomRules(RoomTable table, IReadOnlyList<SourceFile> files)
{
    private readonly HashSet<string> _folders = [.. files.Select(file => file.RoomFolder).OfType<string>().SelectMany(WithParents)];

    /// <summary>Every breach in the text, one sentence each, beginning with the file.</summary>
    public IEnumerable<string> Breaches() => files.SelectMany(BreachesOf);

    /// <summary>The breach of a compiled reference to a type that was written in a room, however it was spelled: none or one.</summary>
    public IEnumerable<string> BreachesOf(CompiledUse use, string? usedFolder)
    {
        if (use.File.RoomFolder is { } folder && usedFolder is not null && !table.Allows(folder, usedFolder))
        {
            yield return $"{use.File.Path}: {folder} may not use {usedFolder} (it refers to {use.Used.Name}).";
        }
    }

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

        foreach (var wrong in WrongNamespaces(file, folder))
        {
            yield return wrong;
        }

        if (GlobalUsing().IsMatch(file.Code))
        {
            yield return $"{file.Path}: a global using reaches into every room.";
        }

        foreach (var (name, line, used) in UsesOf(file).Where(use => !table.Allows(folder, use.Folder)))
        {
            yield return $"{file.Path}({line}): {folder} may not use {used} ({name}).";
        }
    }

    private static IEnumerable<string> WrongNamespaces(SourceFile file, string folder) =>
        from Match match in Namespace().Matches(file.Code)
        let name = match.Groups["name"].Value
        let expected = "Complaints." + folder.Replace('/', '.')
        where name != expected
        select $"{file.Path}: the namespace {name} does not follow the folder; expected {expected}.";

    private IEnumerable<(string Name, int Line, string Folder)> UsesOf(SourceFile file) =>
        file.Uses("Complaints").Select(use => (use.Name, use.Line, FolderOf(use.Name))).Where(use => use.Item3.Length > 0);

    private string FolderOf(string name)
    {
        var parts = name.Split('.')[1..];

        for (var length = parts.Length; length > 0; length--)
        {
            if (string.Join('/', parts[..length]) is var folder && (_folders.Contains(folder) || length == 1))
            {
                return folder is "Domain" or "Storage" or "Functions" or "Verifier" || length > 1 ? folder : "";
            }
        }

        return "";
    }

    private static IEnumerable<string> WithParents(string folder)
    {
        var parts = folder.Split('/');
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('/', parts[..length]));
    }

    [GeneratedRegex(@"(?:^|[;{}])\s*@?namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^\s*global\s+using\s", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();
}
