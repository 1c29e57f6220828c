using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>A text file of the repository: its path from the root, with slashes, and what is in it.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    private readonly Lazy<string> _code = new(() => CSharpText.CodeOf(Text));

    /// <summary>The text with comments and literals blanked.</summary>
    public string Code => _code.Value;

    /// <summary>The file's name without its folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder the file lies in, from the root.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The folder as the table of rooms writes it (Domain/Docket), or null for a file outside the rooms' projects.</summary>
    public string? RoomFolder => Room().Match(Folder) is { Success: true } match ? match.Groups["folder"].Value : null;

    /// <summary>The namespaces and types the code names from the given root on, with the line they stand in; its own namespace is not a use.</summary>
    public IEnumerable<(string Name, int Line)> Uses(string root) =>
        Regex.Matches(Code, $@"(?<![\w.]){Regex.Escape(root)}(?:\.\w+)*")
            .Where(match => !OwnNamespace().IsMatch(LineUpTo(match.Index)))
            .Select(match => (match.Value, LineOf(match.Index)));

    /// <summary>The number of the line that the character at this index stands in.</summary>
    public int LineOf(int index) => Text.AsSpan(0, index).Count('\n') + 1;

    private string LineUpTo(int index) => Code[(Code.LastIndexOf('\n', index) + 1)..index];

    [GeneratedRegex(@"^functions/Complaints\.(?<folder>(Domain|Storage|Functions|Verifier)(/.+)?)$")]
    private static partial Regex Room();

    [GeneratedRegex(@"^\s*@?namespace\s")]
    private static partial Regex OwnNamespace();
}
