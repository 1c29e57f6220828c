using System.Net.Http;
using System.Text;
using System.Text.Json;
using Complaints.TestKit;

namespace Complaints.EndToEnd.Tests;

/// <summary>A tracker that does nothing by the clock, and is called beside the browser by its JSON doors.</summary>
internal sealed class ATracker : IAsyncDisposable
{
    private readonly TrackerProcess process;

    private ATracker(TrackerProcess process) => this.process = process;

    /// <summary>Where it answers.</summary>
    public Uri Address => process.Http.BaseAddress!;

    /// <summary>Calls it; follows no redirect.</summary>
    public HttpClient Http => process.Http;

    /// <summary>Starts it on a storage account at <see cref="House.Now"/>, unless its settings say otherwise.</summary>
    public static async Task<ATracker> StartAsync(string storage, params (string Name, string Value)[] settings)
    {
        var environment = TrackerProcess.WithoutTimers();
        environment["COMPLAINTS_NOW"] = House.Now;

        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return new ATracker(await TrackerProcess.StartAsync(storage, environment));
    }

    /// <summary>Posts JSON in the name of somebody with a role, and reads the answer, which must be good.</summary>
    public async Task<JsonElement> PostAsync(string path, object body, string role = "coordinator")
    {
        using var content = new StringContent(JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, path, content, role);
    }

    /// <summary>Reads JSON in the name of a coordinator.</summary>
    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, "coordinator");

    /// <summary>Sends anything in somebody's name, and reads the answer, which must be good.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content, string role)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var (name, value) = Chromium.SignedIn(role);
        request.Headers.Add(name, value);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonDocument.Parse(text.Length > 0 ? text : "null").RootElement
            : throw new InvalidOperationException($"{method} {path} was answered with {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Sets its clock.</summary>
    public Task SetClockAsync(string now) => PostAsync("api/dev/clock", new { now });

    /// <summary>Asks it to stop.</summary>
    public Task StopAsync() => process.StopAsync();

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
