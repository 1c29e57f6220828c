using System.Net;
using System.Net.Sockets;
using Complaints.TestKit;

namespace WorkerContract.StandInOnly;

/// <summary>What keeps the local host from starting, and how it says so.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Start_FunctionsThatCannotRun_AreAllNamedAndTheExitCodeIs2()
    {
        var (exitCode, lines) = await HostProcess.RunToEndAsync(SampleHost.PathOf("FaultyApp"), cancellationToken: TestContext.Current.CancellationToken);
        var said = lines.All;
        string[] faulty =
        [
            "EmptyRoute", "LeadingSlash", "UnknownConstraint", "BrokenTemplate", "AdminRoute", "RuntimeRoute", "BadSchedule",
            "UnnamedSchedule", "NoTrigger", "AsyncVoid", "twin", "9 lives", "Nested", "Inherited",
        ];

        Assert.Equal(2, exitCode);
        Assert.All(faulty, name => Assert.Single(said, line => line.StartsWith($"Function '{name}' (", StringComparison.Ordinal)));
        Assert.Equal(faulty.Length, said.Count); // one line each, and no stack trace
    }

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneLineAndTheExitCodeIs2()
    {
        using var taken = new TcpListener(IPAddress.Loopback, port: 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (exitCode, line) = await RefusedAsync(("FUNCTIONS_LOCAL_PORT", $"{port}"));

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"Port {port} of 127.0.0.1 is in use", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("70000")]
    [InlineData("-1")]
    public async Task Start_PortThatIsNone_SaysSoInOneLine(string port)
    {
        var (exitCode, line) = await RefusedAsync(("FUNCTIONS_LOCAL_PORT", port));

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"FUNCTIONS_LOCAL_PORT is '{port}'", line, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Line)> RefusedAsync((string Name, string Value) variable)
    {
        var (exitCode, lines) = await HostProcess.RunToEndAsync(
            SampleHost.PathOf("SampleApp"),
            new Dictionary<string, string?> { [variable.Name] = variable.Value, ["SAMPLE_SCHEDULE"] = "0 0 0 1 1 *" },
            TestContext.Current.CancellationToken);

        return (exitCode, Assert.Single(lines.All, line => line.Length > 0));
    }
}
