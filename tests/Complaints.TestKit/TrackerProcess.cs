using System.Net.Http;

namespace Complaints.TestKit;

/// <summary>The whole tracker as a process of its own, on a storage account, with a client to call it.</summary>
public sealed class TrackerProcess : IAsyncDisposable
{
    private readonly HostProcess host;

    private TrackerProcess(HostProcess host)
    {
        this.host = host;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.BaseAddress };
    }

    /// <summary>The program of the same build as the running tests.</summary>
    public static string Program => BuiltProgram.PathOf("Complaints.Functions", "Complaints.Functions.dll");

    /// <summary>Calls the tracker. Follows no redirect and keeps no cookie.</summary>
    public HttpClient Http { get; }

    /// <summary>What the tracker has written.</summary>
    public HeardLines Lines => host.Lines;

    /// <summary>The id of the process.</summary>
    public int ProcessId => host.ProcessId;

    /// <summary>The settings, to be added to, of a tracker that does nothing by the clock.</summary>
    public static Dictionary<string, string?> WithoutTimers() =>
        new[] { "SweepDeadlines", "DeliverAlerts", "TidyUp", "RebuildIndexes", "RewrapKeys", "ScanDocuments" }.ToDictionary(each => $"AzureWebJobs.{each}.Disabled", string? (_) => "true");

    /// <summary>Starts the tracker that was built with these tests. In development unless the environment says otherwise.</summary>
    public static async Task<TrackerProcess> StartAsync(
        string storage, IReadOnlyDictionary<string, string?>? environment = null, CancellationToken cancellationToken = default)
    {
        var all = new Dictionary<string, string?>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["FUNCTIONS_LOCAL_CONSOLE"] = "true",
            ["COMPLAINTS_STORAGE"] = storage,
            ["AzureWebJobsStorage"] = storage,
        };

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        return new TrackerProcess(await HostProcess.StartAsync(Program, all, cancellationToken: cancellationToken));
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public Task KillAsync() => host.KillAsync();

    /// <summary>Asks it to stop, and returns its exit code.</summary>
    public Task<int> StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    /// <summary>Ends what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.DisposeAsync();
    }
}
