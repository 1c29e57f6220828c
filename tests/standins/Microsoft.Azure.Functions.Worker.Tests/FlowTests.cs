using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;

namespace WorkerContract;

/// <summary>What a run inherits from its request, shares with it and is told of it.</summary>
public sealed class FlowTests(SampleHost host)
{
    [Fact]
    public async Task Run_RequestFlow_IsNotInherited()
    {
        var seen = await host.Client.GetFromJsonAsync<JsonElement>("flow/inherited", TestContext.Current.CancellationToken);

        Assert.Equal(JsonValueKind.Null, seen.GetProperty("filter").ValueKind);
        Assert.Equal("seen", seen.GetProperty("filterHeader").GetString());
        Assert.Equal("null", seen.GetProperty("accessor").GetString());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("activity").ValueKind);
    }

    [Fact]
    public async Task Run_Scope_IsOneForAllAndEndsWithTheRun()
    {
        var first = await host.Client.GetFromJsonAsync<JsonElement>("flow/scope", TestContext.Current.CancellationToken);
        var second = await host.Client.GetFromJsonAsync<JsonElement>("flow/scope", TestContext.Current.CancellationToken);

        Assert.Equal(1, second.GetProperty("calls").GetInt32()); // a new object each time
        Assert.Equal(Marker(first, "constructor"), Marker(first, "instance"));
        Assert.Equal(Marker(first, "constructor"), Marker(first, "request"));
        Assert.NotEqual(Marker(first, "constructor"), Marker(second, "constructor"));
        await Eventually.SeesAsync(() => host.JournalAsync("disposed"), ended => ended.Contains(Marker(first, "constructor")));
    }

    [Fact]
    public async Task Run_TraceContext_HasTheCallersTrace()
    {
        const string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var request = new HttpRequestMessage(HttpMethod.Get, "flow/trace");
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-01");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(trace, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_CallerGoesAway_BothTokensFire()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var call = host.Client.GetAsync("flow/gone", leaving.Token);
        await Eventually.SeesAsync(() => host.JournalAsync("gone"), noted => noted.Contains("entered"));

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await Eventually.SeesAsync(() => host.JournalAsync("gone"), noted => noted is ["entered", "request", "invocation"]);
    }

    private static string Marker(JsonElement seen, string place) => seen.GetProperty(place).GetString()!;
}
