using System.Globalization;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Storage;
using Complaints.Storage.Docket;
using Complaints.TestKit;
using NodaTime;

[assembly: AssemblyFixture(typeof(Complaints.Functions.Tests.Tracker))]

namespace Complaints.Functions.Tests;

/// <summary>
/// One tracker for all tests of this assembly, with an election of its own for each test that asks; or one of a class (<c>IClassFixture&lt;Tracker&gt;</c>) that
/// runs what goes over all elections, or one that a test starts for itself. The clock-driven runs are off: a test runs them when it asks.
/// </summary>
public sealed class Tracker : IAsyncLifetime
{
    private static int elections;

    private readonly TestStorage storage = new();
    private readonly string? given;

    private TrackerProcess? process;

    /// <summary>For the tests of the assembly.</summary>
    public Tracker()
    {
    }

    private Tracker(string given, TrackerProcess process)
    {
        this.given = given;
        this.process = process;
    }

    public HttpClient Http => Process.Http;

    public TrackerProcess Process => process ?? throw new InvalidOperationException("The tracker has not started yet.");

    /// <summary>The storage account the tracker works on.</summary>
    public string Storage => given ?? storage.ConnectionString;

    /// <summary>A tracker of a test's own on this storage account.</summary>
    /// <param name="storage">The account, for the test.</param>
    /// <param name="through">How the tracker reaches it, where that is another way.</param>
    /// <param name="settings">Environment variables of its own.</param>
    public static async Task<Tracker> StartAsync(string storage, string? through = null, params (string Name, string Value)[] settings)
    {
        var environment = TrackerProcess.WithoutTimers();

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return new Tracker(storage, await TrackerProcess.StartAsync(through ?? storage, environment, TestContext.Current.CancellationToken));
    }

    public async ValueTask InitializeAsync()
    {
        await storage.InitializeAsync();
        process = await TrackerProcess.StartAsync(storage.ConnectionString, TrackerProcess.WithoutTimers());
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.DisposeAsync();
        }

        if (given is null)
        {
            await storage.DisposeAsync();
        }
    }

    /// <summary>An election that no other test uses, held on 10 January 2021, under KZ-2020 unless another law is named.</summary>
    public async Task<Election> AnElectionAsync(string rulebook = "KZ-2020")
    {
        var number = Interlocked.Increment(ref elections);
        var election = new Election
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"test-{number}"),
            Code = string.Create(CultureInfo.InvariantCulture, $"T{number:D4}"),
            Name = "An election for a test",
            Rulebook = rulebook,
            ElectionDay = new LocalDate(2021, 1, 10),
        };
        var account = new StorageAccount(Storage);
        await account.PrepareAsync(TestContext.Current.CancellationToken);
        using var store = new ElectionStore(account.Elections, TimeProvider.System);
        await store.SaveAsync(election, TestContext.Current.CancellationToken);
        return election;
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        PostAsync(path, JsonSerializer.Serialize(body, JsonSerializerOptions.Web), headers);

    public Task<Answer> PostAsync(string path, string json, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Answer.OfAsync(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Runs a timer function now, without waiting for its end.</summary>
    public async Task RunTimerAsync(string name)
    {
        using var nothing = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync($"admin/functions/{name}", nothing, TestContext.Current.CancellationToken);
        Assert.Equal(202, (int)answer.StatusCode);
    }

    /// <summary>Asks again and again until it holds; fails after half a minute, or after what is given.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan? within = null)
    {
        var most = within ?? TimeSpan.FromSeconds(30);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(most);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));

        while (!await holds())
        {
            if (patience.IsCancellationRequested)
            {
                Assert.Fail($"It did not come to hold within {most}.");
            }

            await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sweeps the deadlines once.</summary>
    public async Task SweepAsync()
    {
        var before = Sweeps();
        await RunTimerAsync("SweepDeadlines");
        await UntilAsync(() => Task.FromResult(Sweeps() > before));
    }

    /// <summary>Sets the tracker's clock.</summary>
    public async Task SetClockAsync(string now)
    {
        var set = await PostAsync("api/dev/clock", new { now });
        Assert.True(set.Status == 200, set.Text);
    }

    private int Sweeps() => Process.Lines.All.Count(line => line.Contains("Swept:", StringComparison.Ordinal));
}

/// <summary>What the tracker answered.</summary>
public sealed record Answer(int Status, string Text, string? Location, string? ETag, string? MediaType, string? Language)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public IEnumerable<string?> Codes => Json.GetProperty("refusals").EnumerateArray().Select(each => each.GetProperty("code").GetString());

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new Answer(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                response.Headers.Location?.ToString(),
                response.Headers.ETag?.ToString(),
                response.Content.Headers.ContentType?.MediaType,
                response.Content.Headers.ContentLanguage.SingleOrDefault());
        }
    }
}
