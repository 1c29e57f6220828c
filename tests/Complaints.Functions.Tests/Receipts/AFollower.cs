using System.Diagnostics;
using System.Net.Http;
using System.Net.Http.Json;
using Complaints.Domain.Docket;
using Complaints.Functions.Tests.Docket;
using NodaTime;

namespace Complaints.Functions.Tests.Receipts;

/// <summary>Somebody who tries to follow a complaint, from an address of their own.</summary>
internal sealed class AFollower(Tracker tracker, string? address = null) : IDisposable
{
    /// <summary>A code that nobody was given.</summary>
    public const string Wrong = "0000-0000-0000-0000-0000";

    private readonly HttpClient http = From.Address(tracker.Http.BaseAddress!, address ?? From.Anew());

    /// <summary>The code of a complaint, issued anew.</summary>
    public static async Task<string> CodeAsync(Tracker tracker, AComplaint complaint, params (string Name, string Value)[] headers)
    {
        var issued = await tracker.SendAsync(HttpMethod.Post, $"{complaint.Path}/code", null, headers);
        Assert.True(issued.Status == 201, issued.Text);
        return issued.Json.GetProperty("code").GetString()!;
    }

    /// <summary>The id of a complaint that is not there.</summary>
    public static string Missing(Election election, string seed) => Reference.Draw(election.Code, Instant.FromUtc(2021, 1, 5, 0, 0), Reference.Seed(seed)).Id;

    public Task<HttpResponseMessage> TryAsync(string reference, string code, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "api/follow") { Content = JsonContent.Create(new { reference, code }) };

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<int> StatusAsync(string reference, string code, params (string Name, string Value)[] headers)
    {
        using var answer = await TryAsync(reference, code, headers);
        return (int)answer.StatusCode;
    }

    /// <summary>How long a wrong code takes to be refused.</summary>
    public static async Task<TimeSpan> TimeAsync(Tracker tracker, string reference)
    {
        using var follower = new AFollower(tracker);
        await follower.http.GetAsync("api/keys", TestContext.Current.CancellationToken); // the connection is there
        var watch = Stopwatch.StartNew();
        var status = await follower.StatusAsync(reference, Wrong);
        Assert.Equal(404, status);
        return watch.Elapsed;
    }

    public void Dispose() => http.Dispose();
}
