using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Runtime.InteropServices;

namespace Complaints.TestKit;

/// <summary>
/// A built functions app running as a process of its own on 127.0.0.1. Everything it writes is collected; ending this object kills
/// what still runs.
/// </summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string ListeningNotice = "Listening on ";
    private const int SigInt = 2;
    private const int SigTerm = 15;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Lines.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Lines.Add(line.Data);
    }

    /// <summary>Where the app answers, with a slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1:0/");

    /// <summary>What the process has written: its log on the console, standard output and errors.</summary>
    public HeardLines Lines { get; } = new();

    /// <summary>The id of the process.</summary>
    public int ProcessId { get; private set; }

    /// <summary>
    /// Starts the app (the path of its dll) with these environment variables and keys, and returns once it answers. Throws
    /// <see cref="InvalidOperationException"/> with the app's own words if it ends first or does not answer within 60 seconds.
    /// </summary>
    public static async Task<HostProcess> StartAsync(
        string app,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? masterKey = null,
        string? hostKey = null,
        CancellationToken cancellationToken = default)
    {
        var host = Create(app, WithKeys(environment, masterKey, hostKey), out var port);

        try
        {
            await host.AnswersAsync(port, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs an app that is expected to end by itself, and returns its exit code and what it wrote.</summary>
    public static async Task<(int ExitCode, HeardLines Lines)> RunToEndAsync(
        string app,
        IReadOnlyDictionary<string, string?>? environment = null,
        CancellationToken cancellationToken = default)
    {
        await using var host = Create(app, WithKeys(environment, masterKey: null, hostKey: null), out _);
        return (await host.EndAsync(cancellationToken), host.Lines);
    }

    /// <summary>Asks the app to stop, as a terminal or a service manager does (SIGTERM), and returns its exit code.</summary>
    public Task<int> StopAsync(CancellationToken cancellationToken = default) => SignalAsync(SigTerm, cancellationToken);

    /// <summary>Presses Ctrl-C (SIGINT) and returns the exit code.</summary>
    public Task<int> InterruptAsync(CancellationToken cancellationToken = default) => SignalAsync(SigInt, cancellationToken);

    /// <summary>Ends the process and its children at once (SIGKILL), as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ProcessId != 0 && !_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static HostProcess Create(string app, IReadOnlyDictionary<string, string?> environment, out int port)
    {
        port = HostCommand.OtherHost is null ? 0 : FreePorts.Take();

        var host = new HostProcess(HostCommand.For(app, port, environment));
        host._process.Start();
        host.ProcessId = host._process.Id;
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private static Dictionary<string, string?> WithKeys(IReadOnlyDictionary<string, string?>? environment, string? masterKey, string? hostKey)
    {
        var all = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>());

        if (masterKey is not null)
        {
            all["FUNCTIONS_MASTER_KEY"] = masterKey;
        }

        if (hostKey is not null)
        {
            all["FUNCTIONS_HOST_KEY"] = hostKey;
        }

        return all;
    }

    private async Task AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartsWithin);

        var ended = _process.WaitForExitAsync(limit.Token);
        var answers = port == 0 ? NoticedAsync(limit.Token) : AskedAsync(port, limit.Token);

        if (await Task.WhenAny(answers, ended) == ended || answers.IsCanceled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException(
                $"The app {(ended.IsCompletedSuccessfully ? "ended" : "did not answer in time")}. It said:{Environment.NewLine}{Lines}");
        }

        BaseAddress = await answers;
    }

    // The app's own host chose the port and says so once it listens.
    private async Task<Uri> NoticedAsync(CancellationToken cancellationToken)
    {
        var line = await Lines.FindAsync(ListeningNotice, cancellationToken);
        return new Uri($"{line[(line.IndexOf(ListeningNotice, StringComparison.Ordinal) + ListeningNotice.Length)..]}/");
    }

    private static async Task<Uri> AskedAsync(int port, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{port}/");
        using var http = new HttpClient();
        using var looks = new PeriodicTimer(BetweenLooks);

        do
        {
            try
            {
                using var answer = await http.GetAsync(address, cancellationToken);

                if (answer.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable))
                {
                    return address;
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
        }
        while (await looks.WaitForNextTickAsync(cancellationToken));

        throw new OperationCanceledException(cancellationToken);
    }

    private async Task<int> SignalAsync(int signal, CancellationToken cancellationToken)
    {
        if (NativeMethods.Kill(ProcessId, signal) != 0)
        {
            throw new InvalidOperationException($"Process {ProcessId} took no signal {signal}: error {Marshal.GetLastPInvokeError()}.");
        }

        return await EndAsync(cancellationToken);
    }

    private async Task<int> EndAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StopsWithin);

        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"The app did not end within {StopsWithin.TotalSeconds:0} seconds. It said:{Environment.NewLine}{Lines}", late);
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Kill(int processId, int signal);
    }
}
