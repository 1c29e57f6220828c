using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using Complaints.TestKit;

namespace Complaints.Scripts.Tests;

public sealed class RunTests
{
    private static readonly string Run = Command.Tool("run");

    [Fact]
    public async Task Run_HelpFromAnotherFolder_ListsEveryOption()
    {
        var finished = await Command.RunAsync(Run, ["--help"], folder: Path.GetTempPath());

        Assert.Equal(0, finished.ExitCode);
        Assert.All(["--port", "--data", "--empty", "--now"], option => Assert.Contains(option, finished.Output));
    }

    [Theory]
    [InlineData("--prot", "7072", "'--prot'")]
    [InlineData("--port", "70720", "--port 70720")]
    [InlineData("--port", "seven", "--port seven")]
    [InlineData("--now", "2021-01-05T09:00", "--now 2021-01-05T09:00")] // no offset
    [InlineData("--now", "2021-13-05T09:00+06:00", "--now 2021-13-05")]
    [InlineData("--now", "2021-02-30T09:00+06:00", "--now 2021-02-30")] // no such day
    [InlineData("--data", "", "--data")]
    [InlineData("--data", "README.md", "README.md: it is a file")]
    [InlineData("--data", "README.md/data", "README.md: it is a file")]
    [InlineData("--data", "/proc/x", "/proc/x: ")]
    [InlineData("--data", "/proc", "/proc: ")]
    [InlineData("--empty", "kz", "'kz'")]
    public async Task Run_BadOption_IsNamed(string option, string value, string expected)
    {
        var finished = await Command.RunAsync(Run, [option, value]);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains(expected, Assert.Single(Lines(finished.Errors)));
        Assert.Empty(finished.Output);
    }

    [Fact]
    public async Task Run_PortInUse_SaysSoAndStartsNothing()
    {
        using var data = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, port: 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var finished = await Command.RunAsync(Run, ["--port", port, "--data", data.Path]);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains($"Port {port} ", Assert.Single(Lines(finished.Errors)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task Run_FolderInUse_SaysByWhom_AndAKilledHolderIsTakenOver()
    {
        using var data = new TemporaryFolder();
        using var holder = Hold(data.Path);
        await holder.StandardOutput.LineAfterAsync("held");

        var refused = await Command.RunAsync(Run, ["--port", $"{FreePorts.Take()}", "--data", data.Path]);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"process {holder.Id}", Assert.Single(Lines(refused.Errors)));

        holder.Kill();
        await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var next = Hold(data.Path);
        await next.StandardOutput.LineAfterAsync("held");
        next.Kill();
        await next.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_PortTakenDuringTheBuild_SaysSoInItsOwnWords()
    {
        using var data = new TemporaryFolder();
        using var programs = new TemporaryFolder();
        var go = data.PathOf("go");
        programs.AddProgram("dotnet", $"[ \"$1\" != build ] && echo '10.0.100 [sdk]' && exit; while [ ! -e '{go}' ]; do sleep 0.1; done");
        using var taken = new TcpListener(IPAddress.Loopback, FreePorts.Take());
        var path = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{programs.Path}:{Environment.GetEnvironmentVariable("PATH")}" };
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        using var running = Command.Start(Run, ["--port", $"{port}", "--data", data.PathOf("data")], path);
        await running.StandardOutput.LineAfterAsync("Building the tracker");
        taken.Start();
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        var finished = await Command.EndOf(running);

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains($"Port {port} of 127.0.0.1 is in use", Assert.Single(Lines(finished.Errors)));
        Assert.Contains("--port", finished.Errors);
    }

    [Fact]
    public async Task Run_HelpWithoutTools_IsShown()
    {
        using var programs = Programs();

        var finished = await Command.RunAsync(Run, ["--port", "7072", "--help"], Only(programs));

        Assert.Equal((0, ""), (finished.ExitCode, finished.Errors));
        Assert.Contains("--data DIR", finished.Output);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task Script_NoTools_NamesEachAndWhereToGetIt(string script)
    {
        using var programs = Programs();

        var finished = await Command.RunAsync(Command.Tool(script), [], Only(programs));

        Assert.Equal(2, finished.ExitCode);
        Assert.All(["dotnet: install", "node: install", "npm: "], tool => Assert.Contains(tool, finished.Errors));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public async Task Script_OldTools_NamesTheVersionItNeeds(string script)
    {
        using var programs = Programs();
        programs.AddProgram("dotnet", "echo '9.0.100 [sdk]'");
        programs.AddProgram("node", "[ \"$1\" != --version ] || { echo v18.1.0; exit 0; }; exit 1");
        programs.AddProgram("npm", "exit 0");

        var finished = await Command.RunAsync(Command.Tool(script), [], Only(programs));

        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("no SDK 10 among those installed", finished.Errors);
        Assert.Contains("version v18.1.0 is too old", finished.Errors);
    }

    private static System.Diagnostics.Process Hold(string folder) => Command.Start(
        "node", ["-e", "import('./infra/laptop/folder-lock.mjs').then((lock) => lock.takeFolder(process.argv[1])).then(() => console.log('held'))", folder]);

    // What the scripts use before they have checked anything.
    private static TemporaryFolder Programs()
    {
        var programs = new TemporaryFolder();

        foreach (var name in (string[])["bash", "dirname", "basename", "grep", "find", "sort"])
        {
            File.CreateSymbolicLink(programs.PathOf(name), new[] { "/bin", "/usr/bin" }.Select(folder => Path.Combine(folder, name)).First(File.Exists));
        }

        return programs;
    }

    private static Dictionary<string, string> Only(TemporaryFolder programs) => new(StringComparer.Ordinal) { ["PATH"] = programs.Path };

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
