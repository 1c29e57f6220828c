using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text.RegularExpressions;

namespace Complaints.TestKit;

/// <summary>
/// The Azurite emulator of this repository's node_modules, running on 127.0.0.1 on ports it chose itself. It ends with this
/// object, and also when the test process dies: it lives only as long as the pipe that is its standard input.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // The emulator's published account key: the same in every Azurite, and no secret.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentDictionary<string, int> _ports = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteServer(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => Ended();
    }

    /// <summary>What a storage client needs to reach this emulator: account, key and the three endpoints.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint={EndpointOf("Blob")};QueueEndpoint={EndpointOf("Queue")};TableEndpoint={EndpointOf("Table")};";

    /// <summary>The port the blob service listens on.</summary>
    public int BlobPort => _ports["Blob"];

    /// <summary>The port the table service listens on.</summary>
    public int TablePort => _ports["Table"];

    /// <summary>The id of the emulator's process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>
    /// Starts an emulator and returns once blobs and tables answer. Without a folder everything is kept in memory; with one, in its files.
    /// Throws <see cref="InvalidOperationException"/> with the emulator's own words if it does not start.
    /// </summary>
    public static async Task<AzuriteServer> StartAsync(string? folder = null, CancellationToken cancellationToken = default)
    {
        var server = new AzuriteServer(StartInfo(folder));

        try
        {
            await server.StartProcessAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the emulator at once, as a power cut would: what it has not written to its folder is lost.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends the emulator: it saves its tables, or is killed where it has not ended after 20 seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ProcessId != 0 && !_process.HasExited)
        {
            _process.StandardInput.Close(); // infra/laptop/emulator.cjs answers with a SIGINT to itself
            using var patience = new CancellationTokenSource(EndsWithin);

            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                await KillAsync();
            }
        }

        _process.Dispose();
    }

    private static ProcessStartInfo StartInfo(string? folder)
    {
        if (!File.Exists(Repository.PathOf("node_modules", "azurite", "package.json")))
        {
            throw new InvalidOperationException($"Azurite is not installed: run `npm ci` in {Repository.Root} first.");
        }

        string[] arguments = [Repository.PathOf("infra", "laptop", "emulator.cjs"), .. folder is null ? Array.Empty<string>() : [folder]];

        return new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        _process.Start();
        ProcessId = _process.Id;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartsWithin);

        try
        {
            await _listening.Task.WaitAsync(limit.Token);
            using var http = new HttpClient();
            using var blobs = await http.GetAsync(EndpointOf("Blob"), limit.Token);
            using var tables = await http.GetAsync(EndpointOf("Table"), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"Azurite did not answer within {StartsWithin.TotalSeconds:0} seconds");
        }
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);

        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture);

            if (_ports.Count == 3)
            {
                _listening.TrySetResult();
            }
        }
    }

    private void Ended()
    {
        _process.WaitForExit(); // it has exited: this waits only for the last lines it wrote
        _listening.TrySetException(Failed("Azurite ended before it listened"));
    }

    private InvalidOperationException Failed(string what) => new($"{what}. It said:{Environment.NewLine}{string.Join(Environment.NewLine, _output)}");

    private Uri EndpointOf(string service) => new($"http://127.0.0.1:{_ports[service]}/{Account}");

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)$")]
    private static partial Regex ListeningLine();
}
