using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace WorkerContract;

/// <summary>How the process starts, what it knows and how it ends.</summary>
public sealed class HostingTests
{
    [Theory]
    [InlineData("Staging", "Development", "Staging")]
    [InlineData(null, "Staging", "Staging")]
    [InlineData(null, null, "Production")]
    public async Task Start_EnvironmentName_FollowsTheWorkersOrder(string? dotnet, string? functions, string expected)
    {
        await using var process = await SampleHost.StartOwnAsync(
            ("DOTNET_ENVIRONMENT", dotnet),
            ("AZURE_FUNCTIONS_ENVIRONMENT", functions),
            ("ASPNETCORE_ENVIRONMENT", "Ignored"));
        using var client = SampleHost.ClientOf(process);

        Assert.Equal(expected, await client.GetStringAsync("hosting/environment", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Start_ConsoleNotAskedFor_HasNoConsoleProvider()
    {
        await using var process = await SampleHost.StartOwnAsync(("FUNCTIONS_LOCAL_CONSOLE", null));
        using var client = SampleHost.ClientOf(process);
        var providers = await client.GetFromJsonAsync<string[]>("hosting/providers", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("ConsoleLoggerProvider", providers!);
    }

    [Fact]
    public async Task Start_HostedServiceStillStarting_AnswersAlready()
    {
        await using var process = await SampleHost.StartOwnAsync(("SAMPLE_SLOW_START", "true"));
        using var client = SampleHost.ClientOf(process);

        Assert.Equal(["starting"], await SampleHost.JournalAsync(client, "hosted"));

        using var opened = await client.PostAsync("gates/start", content: null, TestContext.Current.CancellationToken);
        await Eventually.SeesAsync(() => SampleHost.JournalAsync(client, "hosted"), noted => noted is ["starting", "started"]);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("middleware")]
    public async Task Build_Done_TakesNothingMore(string late)
    {
        await using var process = await SampleHost.StartOwnAsync(("SAMPLE_LATE", late));

        await process.Lines.FindAsync("Too late: InvalidOperationException", TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("AzureWebJobs.{0}.Disabled")]
    [InlineData("AzureWebJobs__{0}__Disabled")]
    public async Task Start_FunctionsDisabledBySetting_NeitherAnswerNorRunByTheClock(string setting)
    {
        await using var process = await SampleHost.StartOwnAsync(
            (string.Format(CultureInfo.InvariantCulture, setting, "Ok"), "true"),
            (string.Format(CultureInfo.InvariantCulture, setting, "EverySecond"), "true"));
        using var client = SampleHost.ClientOf(process);
        client.DefaultRequestHeaders.Add("x-functions-key", SampleHost.MasterKey);
        await Eventually.SeesAsync(() => SampleHost.JournalAsync(client, "named"), noted => noted.Length >= 2);
        var before = await SampleHost.JournalAsync(client, "every-second");

        using var answer = await client.GetAsync("results/ok", TestContext.Current.CancellationToken);
        using var byHand = await client.PostAsJsonAsync("admin/functions/EverySecond", new { }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(before);
        await Eventually.SeesAsync(() => SampleHost.JournalAsync(client, "every-second"), noted => noted.Length == 1);
    }

    [Fact]
    public async Task Stop_RequestInFlight_IsFinishedFirst()
    {
        await using var process = await SampleHost.StartOwnAsync();
        using var client = SampleHost.ClientOf(process);
        using var second = SampleHost.ClientOf(process);
        var call = client.GetStringAsync("hosting/in-flight", TestContext.Current.CancellationToken);
        await Eventually.SeesAsync(() => SampleHost.JournalAsync(second, "in-flight"), noted => noted.Length > 0);

        var exitCode = await process.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("finished after the stop began", await call);
        Assert.Equal(0, exitCode);
        await process.Lines.FindAsync("The sample app has ended.", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Stop_CtrlC_EndsInOrder()
    {
        await using var process = await SampleHost.StartOwnAsync();

        Assert.Equal(0, await process.InterruptAsync(TestContext.Current.CancellationToken));
    }
}
