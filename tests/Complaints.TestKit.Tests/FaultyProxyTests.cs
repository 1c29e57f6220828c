using System.Net;
using System.Net.Http;

namespace Complaints.TestKit.Tests;

/// <summary>The server behind is a proxy too, which answers everything with 503 and counts what reaches it.</summary>
public sealed class FaultyProxyTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private FaultyProxy? _behind;
    private FaultyProxy? _proxy;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _behind = await FaultyProxy.StartAsync(new Uri("http://127.0.0.1:1"), cancellationToken: Stop);
        _behind.AtRandom(1, seed: 1, Fault.Unavailable);
        _proxy = await FaultyProxy.StartAsync(_behind.Address, cancellationToken: Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _proxy!.DisposeAsync();
        await _behind!.DisposeAsync();
    }

    [Fact]
    public async Task Request_NoFault_IsForwardedAsItIs()
    {
        var answer = await GetAsync("/a%27b?c=%D0%B9&d");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer);
        Assert.Equal(("GET", "/a%27b?c=%D0%B9&d"), (_behind!.Seen.Single().Method, _behind.Seen.Single().Target));
    }

    [Fact]
    public async Task Request_Reset_FailsAndNeverArrives()
    {
        _proxy!.Next(Fault.Reset);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/"));

        Assert.Empty(_behind!.Seen);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync("/"));
    }

    [Fact]
    public async Task Request_TimeOut_FailsLateAndNeverArrives()
    {
        _proxy!.Latency = TimeSpan.FromMilliseconds(200);
        _proxy.Next(Fault.TimeOut);
        var started = TimeProvider.System.GetTimestamp();

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/"));

        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(150));
        Assert.Empty(_behind!.Seen);
        Assert.Equal((1, 1), (_proxy.Spoiled, _proxy.Arrivals));
    }

    [Fact]
    public async Task Request_AnswerLost_FailsButArrives()
    {
        _proxy!.Next(Fault.AnswerLost);

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/"));

        Assert.Single(_behind!.Seen);
    }

    [Fact]
    public async Task Request_Unavailable_NeverArrives()
    {
        _proxy!.Next(Fault.Unavailable, times: 2);

        await GetAsync("/");
        await GetAsync("/");
        await GetAsync("/");

        Assert.Single(_behind!.Seen);
    }

    [Fact]
    public async Task Request_Delayed_ArrivesWithItsBodyAfterTheLatency()
    {
        _proxy!.Latency = TimeSpan.FromMilliseconds(20);
        _proxy.Next(Fault.Delay);

        using var body = new StringContent("body");
        using var answer = await _http.PostAsync(new Uri(_proxy.Address, "/"), body, Stop);

        Assert.Equal("POST", _behind!.Seen.Single().Method);
    }

    [Fact]
    public async Task Meets_OtherRequests_AreSpared()
    {
        _proxy!.Meets = (method, target) => method == "GET" && target.StartsWith("/spoil", StringComparison.Ordinal);
        _proxy.Next(Fault.Reset);

        await GetAsync("/spare");

        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("/spoil"));
        Assert.Equal([Fault.None, Fault.Reset], _proxy.Seen.Select(request => request.Fault));
    }

    [Fact]
    public async Task AtRandom_SameSeed_SpoilsTheSameRequests()
    {
        var first = await DrawAsync(seed: 42);
        var second = await DrawAsync(seed: 42);
        var other = await DrawAsync(seed: 43);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Contains(Fault.None, first);
        Assert.Contains(Fault.AnswerLost, first);
    }

    private async Task<List<Fault>> DrawAsync(int seed)
    {
        var before = _proxy!.Seen.Count;
        _proxy.AtRandom(0.5, seed, Fault.Unavailable, Fault.Reset, Fault.AnswerLost);

        for (var i = 0; i < 20; i++)
        {
            await Record.ExceptionAsync(() => GetAsync("/"));
        }

        _proxy.Heal();
        return [.. _proxy.Seen.Skip(before).Select(request => request.Fault)];
    }

    private async Task<HttpStatusCode> GetAsync(string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_proxy!.Address, target));
        using var answer = await _http.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
