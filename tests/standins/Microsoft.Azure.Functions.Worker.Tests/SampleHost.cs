using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using Complaints.TestKit;

[assembly: AssemblyFixture(typeof(WorkerContract.SampleHost))]

namespace WorkerContract;

/// <summary>The sample app in a process of its own, shared by the tests that leave it as they found it.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    /// <summary>The key that opens everything.</summary>
    public const string MasterKey = "master-key-of-the-tests";

    /// <summary>The key that opens functions of level Function.</summary>
    public const string HostKey = "host-key-of-the-tests";

    private HostProcess? _process;
    private HttpClient? _client;

    /// <summary>The running process.</summary>
    public HostProcess Process => _process ?? throw new InvalidOperationException("The sample app has not been started.");

    /// <summary>Asks the app, follows no redirects.</summary>
    public HttpClient Client => _client ?? throw new InvalidOperationException("The sample app has not been started.");

    /// <summary>The path of an app built beside this test project, in the same configuration.</summary>
    public static string PathOf(string app)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var project = output;

        while (project.Name != "Microsoft.Azure.Functions.Worker.Tests")
        {
            project = project.Parent ?? throw new DirectoryNotFoundException($"{output} is in no folder of this test project.");
        }

        return Path.Combine(project.Parent!.FullName, app, Path.GetRelativePath(project.FullName, output.FullName), $"{app}.dll");
    }

    /// <summary>Starts a sample app of the test's own, with these variables.</summary>
    public static Task<HostProcess> StartOwnAsync(params (string Name, string? Value)[] variables) => HostProcess.StartAsync(
        PathOf("SampleApp"),
        Variables(variables),
        MasterKey,
        HostKey,
        TestContext.Current.CancellationToken);

    /// <summary>A client for a process, with its base address; redirects are not followed.</summary>
    public static HttpClient ClientOf(HostProcess process) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = process.BaseAddress };

    /// <summary>What an app noted under a topic.</summary>
    public static async Task<string[]> JournalAsync(HttpClient client, string topic) =>
        await client.GetFromJsonAsync<string[]>($"journal/{topic}", TestContext.Current.CancellationToken) ?? [];

    /// <summary>What the shared app noted under a topic.</summary>
    public Task<string[]> JournalAsync(string topic) => JournalAsync(Client, topic);

    /// <summary>The body of a GET, whatever the status.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The answer to a GET.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>The answer to a POST of this many bytes, whose client waits to be told to go on.</summary>
    public async Task<(HttpStatusCode Status, string Text)> PostBytesAsync(string path, int bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StreamContent(new MemoryStream(new byte[bytes])) };
        request.Headers.ExpectContinue = true;
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);

        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Starts the shared app.</summary>
    public async ValueTask InitializeAsync()
    {
        _process = await StartOwnAsync();
        _client = ClientOf(_process);
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();

        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static Dictionary<string, string?> Variables((string Name, string? Value)[] variables)
    {
        var all = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        all.TryAdd("SAMPLE_SCHEDULE", "*/1 * * * * *");
        return all;
    }
}
