using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Complaints.TestKit;

namespace Complaints.Scripts.Tests;

public sealed partial class SuperviseTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly int _port = FreePorts.Take();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Supervise_AskedToStop_EndsTheTrackerThenTheEmulator()
    {
        using var supervisor = Start();
        var store = await ReadyAsync(supervisor);

        await Command.SignalAsync("TERM", supervisor.Id);
        var finished = await Command.EndOf(supervisor);

        Assert.Equal(0, finished.ExitCode);
        Assert.StartsWith("tracker ended while its store answered Azurite-Table", finished.Output);
        Assert.Empty(finished.Errors);
        Assert.True(File.Exists(_data.PathOf("__azurite_db_table__.json")));
        await AssertGoneAsync(store);
    }

    [Fact]
    public async Task Supervise_TrackerDies_EndsTheEmulatorAndReturnsItsCode()
    {
        using var supervisor = Start();
        var store = await ReadyAsync(supervisor);

        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://127.0.0.1:{_port}/die"), Stop));
        var finished = await Command.EndOf(supervisor);

        Assert.Equal(7, finished.ExitCode);
        Assert.Contains("The tracker ended by itself with exit code 7.", finished.Errors);
        await AssertGoneAsync(store);
    }

    [Fact]
    public async Task Supervise_TrackerDoesNotEnd_ASecondSignalKillsItAndTheEmulatorStillSaves()
    {
        using var supervisor = Start("deaf");
        var store = await ReadyAsync(supervisor);

        await Command.SignalAsync("TERM", supervisor.Id);
        await supervisor.StandardOutput.LineAfterAsync("tracker does not want to end");
        await Command.SignalAsync("TERM", supervisor.Id);
        var finished = await Command.EndOf(supervisor);

        Assert.Equal(0, finished.ExitCode);
        Assert.True(File.Exists(_data.PathOf("__azurite_db_table__.json")));
        await AssertGoneAsync(store);
        await AssertGoneAsync(_port);
    }

    [Fact]
    public async Task Supervise_ItselfKilled_LeavesNeitherBehind()
    {
        using var supervisor = Start();
        var store = await ReadyAsync(supervisor);
        using var toTracker = await ConnectAsync(_port);
        using var toStore = await ConnectAsync(store);

        await Command.SignalAsync("KILL", supervisor.Id);

        await EndAsync(toTracker);
        await EndAsync(toStore);
    }

    private Process Start(params string[] manner) => Command.Start(
        "node", [Command.Tool("tests", "Complaints.Scripts.Tests", "Samples", "supervised.mjs"), _data.Path, $"{_port}", .. manner]);

    private static async Task<int> ReadyAsync(Process supervisor)
    {
        var store = StorePort().Match(await supervisor.StandardOutput.LineAfterAsync("tracker ")).Groups["port"].Value;
        await supervisor.StandardOutput.LineAfterAsync("ready");
        return int.Parse(store, CultureInfo.InvariantCulture);
    }

    private static async Task<TcpClient> ConnectAsync(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Stop);
        return client;
    }

    private static async Task AssertGoneAsync(int port) => await Assert.ThrowsAsync<SocketException>(() => ConnectAsync(port));

    // A connection ends, one way or the other, no later than the process at its other end.
    private static async Task EndAsync(TcpClient client)
    {
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(40), Stop));
        }
        catch (IOException reset)
        {
            Assert.IsType<SocketException>(reset.InnerException);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:(?<port>\d+)/")]
    private static partial Regex StorePort();
}
