using System.Diagnostics;
using System.IO;
using Complaints.TestKit;

namespace Complaints.Shape.Tests;

/// <summary>The files of the repository, those not committed yet among them, as git lists them.</summary>
internal static class Sources
{
    private static readonly Lazy<IReadOnlyList<string>> Listed = new(List);
    private static readonly Lazy<IReadOnlyList<SourceFile>> Read = new(() =>
        [.. Listed.Value.Where(IsCode).Select(path => new SourceFile(path, ReadText(path)))]);

    /// <summary>Every path, from the root and with slashes.</summary>
    public static IReadOnlyList<string> Paths => Listed.Value;

    /// <summary>Every C# and Razor file.</summary>
    public static IReadOnlyList<SourceFile> Code => Read.Value;

    /// <summary>The C# and Razor files of the rooms' projects: neither stand-ins nor tests.</summary>
    public static IEnumerable<SourceFile> Rooms => Code.Where(file => file.RoomFolder is not null);

    /// <summary>The text of a file by its path from the root.</summary>
    public static string ReadText(string path) => File.ReadAllText(Repository.PathOf(path));

    private static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal);

    private static IReadOnlyList<string> List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();

        return git.ExitCode == 0
            ? [.. paths.Distinct(StringComparer.Ordinal).Where(path => File.Exists(Repository.PathOf(path)))]
            : throw new InvalidOperationException($"git ls-files ended with exit code {git.ExitCode}.");
    }
}
