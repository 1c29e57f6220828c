using System.Diagnostics;
using System.IO;
using Complaints.TestKit;

namespace Complaints.Scripts.Tests;

/// <summary>How a program ended: its exit code and what it wrote to its two outputs.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors);

/// <summary>Programs started by a test, in the repository's folder unless another is named.</summary>
internal static class Command
{
    /// <summary>The repository's own script or tool, by its path from the root.</summary>
    public static string Tool(params string[] parts) => Repository.PathOf(parts);

    /// <summary>Starts a program whose output can be read; the caller ends it.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Finished> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        using var process = Start(program, arguments, environment, folder);
        return await EndOf(process);
    }

    /// <summary>Waits for a program to end and reads what is left of its output.</summary>
    public static async Task<Finished> EndOf(Process process)
    {
        var stop = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(stop);
        var errors = process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop).WaitAsync(TimeSpan.FromMinutes(2), stop);

        return new Finished(process.ExitCode, await output, await errors);
    }

    /// <summary>Sends a signal, e.g. TERM, to one process.</summary>
    public static async Task SignalAsync(string signal, int processId) =>
        Assert.Equal(0, (await RunAsync("kill", [$"-{signal}", $"{processId}"])).ExitCode);

    /// <summary>Reads a program's output up to the line that begins like this, and returns the rest of that line.</summary>
    public static async Task<string> LineAfterAsync(this StreamReader output, string beginning)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(2)) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }
        }

        throw new InvalidOperationException($"The program ended without saying '{beginning}'.");
    }
}
