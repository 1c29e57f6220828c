using System.Diagnostics;
using Complaints.TestKit;

namespace Complaints.Functions.Tests.Verifier;

/// <summary>Runs the verifier that was built with these tests, as a process of its own.</summary>
internal static class Verify
{
    /// <summary>How it ended, and what it said: one line, whichever way it went out.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <summary>Likewise, with environment variables.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.PathOf("Complaints.Verifier", "complaints-verify.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromMinutes(2), stop);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Checks an election in place.</summary>
    public static Task<(int ExitCode, string Said)> ElectionAsync(string storage, string election) =>
        RunAsync("election", "--connection", storage, "--election", election);
}
