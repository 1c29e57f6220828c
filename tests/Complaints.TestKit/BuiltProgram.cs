using System.IO;

namespace Complaints.TestKit;

/// <summary>Finds a program of the same build as the running tests: their output folder, seen from the program's project.</summary>
public static class BuiltProgram
{
    /// <summary>The path of a program's dll.</summary>
    public static string PathOf(string project, string dll)
    {
        var bin = $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}";
        var output = AppContext.BaseDirectory[(AppContext.BaseDirectory.LastIndexOf(bin, StringComparison.Ordinal) + 1)..];
        return Repository.PathOf("functions", project, output, dll);
    }
}
