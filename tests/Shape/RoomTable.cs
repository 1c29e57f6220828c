using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>One line of a table in functions/README.md: what stands in back quotes in its first and its last column.</summary>
internal sealed record TableLine(IReadOnlyList<string> Names, IReadOnlyList<string> Entries);

/// <summary>The table of rooms: which folders there are under functions/, and which of them each may use.</summary>
internal sealed partial class RoomTable
{
    private readonly List<(string Room, IReadOnlyList<string> MayUse)> _rooms;

    private RoomTable(IEnumerable<TableLine> lines) =>
        _rooms = [.. lines.SelectMany(line => line.Names.Select(name => (name, line.Entries)))];

    /// <summary>The rooms in the order of the table.</summary>
    public IEnumerable<string> Rooms => _rooms.Select(room => room.Room);

    /// <summary>Reads the table from the Markdown text that holds it.</summary>
    public static RoomTable Read(string markdown) => new(LinesOf(markdown, "room"));

    /// <summary>The lines of the table whose first column has this heading.</summary>
    public static IReadOnlyList<TableLine> LinesOf(string markdown, string heading)
    {
        var rows = markdown.Split('\n')
            .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', '\r', ' ').Split(" | "))
            .Select(cells => new TableLine(Quoted(cells[0]), Quoted(cells[^1])))
            .ToList();

        return rows.Count > 0 ? rows : throw new InvalidOperationException($"No table with the heading '{heading}'.");
    }

    /// <summary>The room a folder belongs to, or null where the table has none; a room's subfolders are the room, those of a project's root are not.</summary>
    public string? RoomOf(string folder) => Find(folder)?.Pattern;

    /// <summary>Whether code in one folder may use what is in another.</summary>
    public bool Allows(string from, string to)
    {
        if (Find(from) is not { } own || Find(to) is not { } target)
        {
            return false;
        }

        return own.Folder == target.Folder || own.MayUse.Any(entry => Covers(Bind(entry, own.Names), target.Folder));
    }

    private static bool Covers(string entry, string folder) =>
        entry == folder || (entry.EndsWith("/*", StringComparison.Ordinal) && (folder + "/").StartsWith(entry[..^1], StringComparison.Ordinal));

    private static string Bind(string entry, IReadOnlyDictionary<string, string> names) =>
        Placeholder().Replace(entry, hole => names.GetValueOrDefault(hole.Value, hole.Value));

    private Found? Find(string folder) => _rooms
        .Select(room => Match(room.Room, room.MayUse, folder))
        .OfType<Found>()
        .OrderByDescending(found => found.Folder.Length)
        .FirstOrDefault();

    private Found? Match(string pattern, IReadOnlyList<string> mayUse, string folder)
    {
        var wanted = pattern.Split('/');
        var given = folder.Split('/');

        if (given.Length < wanted.Length || (wanted.Length == 1 && given.Length > 1))
        {
            return null;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);

        for (var i = 0; i < wanted.Length; i++)
        {
            if (Placeholder().IsMatch(wanted[i]))
            {
                names[wanted[i]] = given[i];
            }
            else if (wanted[i] != given[i])
            {
                return null;
            }
        }

        // The parent of a placeholder room has to be a room by name: a new area is a new line of the table.
        return names.Count == 0 || Rooms.Contains(string.Join('/', given[..(wanted.Length - 1)]), StringComparer.Ordinal)
            ? new Found(pattern, string.Join('/', given[..wanted.Length]), names, mayUse)
            : null;
    }

    private static List<string> Quoted(string cell) => [.. InQuotes().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InQuotes();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    private sealed record Found(string Pattern, string Folder, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> MayUse);
}
