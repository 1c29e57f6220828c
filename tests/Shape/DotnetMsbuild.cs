using System.Diagnostics;
using Complaints.TestKit;

namespace Complaints.Shape.Tests;

/// <summary>A run of <c>dotnet msbuild</c> in the repository, free of what the test run's own MSBuild left in the environment.</summary>
internal static class DotnetMsbuild
{
    /// <summary>Runs it and returns what it printed; throws with that text if it failed.</summary>
    public static async Task<string> RunAsync(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", "-v:q", "-nodeReuse:false", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var msbuild = Process.Start(start)!;
        var said = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);

        return msbuild.ExitCode == 0 ? said : throw new InvalidOperationException($"dotnet msbuild {project} failed: {said}");
    }
}
