using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;

namespace WorkerContract;

/// <summary>When timer functions run and what they are told.</summary>
public sealed class TimerTests(SampleHost host)
{
    [Fact]
    public async Task Tick_EverySecond_ComesOncePerSecondAndDoesNotDrift()
    {
        var runs = await Eventually.SeesAsync(() => host.JournalAsync("every-second"), noted => noted.Length >= 6);
        var instants = runs.Select(run => DateTimeOffset.Parse(run.Split(' ')[0], CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(instants.Length, instants.Select(instant => instant.ToUnixTimeSeconds()).Distinct().Count());
        Assert.True(instants.TakeLast(3).Min(instant => instant.Millisecond) < 500, "every run is later than the one before");
    }

    [Fact]
    public async Task Tick_Unmonitored_HasNoScheduleStatus()
    {
        var runs = await Eventually.SeesAsync(() => host.JournalAsync("every-second"), noted => noted.Length > 0);

        Assert.EndsWith("unmonitored no-http timerTrigger", runs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tick_RunUnderWay_IsNotRunBesideItself()
    {
        await Eventually.SeesAsync(() => host.JournalAsync("waiting"), noted => noted.Contains("entered"));
        var ticks = (await host.JournalAsync("every-second")).Length;
        await Eventually.SeesAsync(() => host.JournalAsync("every-second"), noted => noted.Length >= ticks + 3);

        Assert.Equal(["entered"], await host.JournalAsync("waiting"));

        using var opened = await host.Client.PostAsync("gates/waiting", content: null, TestContext.Current.CancellationToken);
        var runs = await Eventually.SeesAsync(() => host.JournalAsync("waiting"), noted => noted.Length >= 4);
        Assert.Equal(["entered", "left", "entered", "left"], runs.Take(4));
    }

    [Fact]
    public async Task Tick_FunctionThrows_IsLoggedAndRunsAgain()
    {
        await Eventually.SeesAsync(() => host.JournalAsync("failing"), noted => noted.Length >= 2);

        await host.Process.Lines.FindAsync("the bell is cracked", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Tick_ScheduleNamedBySetting_Runs() =>
        await Eventually.SeesAsync(() => host.JournalAsync("named"), noted => noted.Length > 0);

    [Fact]
    public async Task Start_RunOnStartup_RunsOnce() => await Eventually.SeesAsync(
        async () => await host.Client.GetFromJsonAsync<string[]>("timers/at-start", TestContext.Current.CancellationToken),
        runs => runs is ["on time"]);

    [Fact]
    public async Task Admin_MonitoredTimer_RunsInTheBackgroundWithItsStatus()
    {
        var status = await RunNowAsync("hourly", SampleHost.MasterKey); // names are found regardless of case
        var runs = await Eventually.SeesAsync(() => host.JournalAsync("hourly"), noted => noted.Length > 0);

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("False 0001-01-01 00:00", runs[0]); // never run by the clock; next at the full hour
    }

    [Theory]
    [InlineData("Hourly", null, HttpStatusCode.Unauthorized)]
    [InlineData("Hourly", SampleHost.HostKey, HttpStatusCode.Unauthorized)]
    [InlineData("Nobody", SampleHost.MasterKey, HttpStatusCode.NotFound)]
    public async Task Admin_WithoutMasterKeyOrTimer_IsRefused(string name, string? key, HttpStatusCode expected) =>
        Assert.Equal(expected, await RunNowAsync(name, key));

    private async Task<HttpStatusCode> RunNowAsync(string name, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{name}") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("x-functions-key", key is null ? [] : [key]);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
