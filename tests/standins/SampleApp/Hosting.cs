using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SampleApp;

/// <summary>A hosted service whose start waits for a gate where SAMPLE_SLOW_START says so.</summary>
internal sealed class SlowStart(Journal journal, Gates gates) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        journal.Note("hosted", "starting");
        return Task.CompletedTask;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_SLOW_START") is not null)
        {
            await gates.PassAsync("start", cancellationToken);
        }

        journal.Note("hosted", "started");
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>What the host around the functions is like.</summary>
internal sealed class HostingFunctions(IHostEnvironment environment, IEnumerable<ILoggerProvider> providers, IHostApplicationLifetime lifetime, Journal journal)
{
    [Function("HostEnvironment")]
    public IResult EnvironmentName([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hosting/environment")] HttpRequest http) =>
        Results.Text(environment.EnvironmentName);

    [Function("Providers")]
    public IResult Providers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hosting/providers")] HttpRequest http) =>
        Results.Ok(providers.Select(provider => provider.GetType().Name));

    [Function("InFlight")]
    public async Task<IResult> InFlight([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hosting/in-flight")] HttpRequest http)
    {
        journal.Note("in-flight", "entered");
        await Wait.ForAsync(lifetime.ApplicationStopping);
        return Results.Text("finished after the stop began");
    }
}

/// <summary>Runs at start, kept where a static function can reach them.</summary>
internal static class Starts
{
    private static readonly ConcurrentQueue<string> Runs = new();

    public static IReadOnlyCollection<string> All => Runs;

    public static void Add(string run) => Runs.Enqueue(run);
}

/// <summary>What comes too late, once the host is built.</summary>
internal static class Late
{
    public static void Try(string what, FunctionsApplicationBuilder builder)
    {
        try
        {
            if (what == "build")
            {
                builder.Build();
            }
            else
            {
                builder.UseMiddleware((_, next) => next());
            }
        }
        catch (InvalidOperationException refused)
        {
            Console.WriteLine($"Too late: {refused.GetType().Name}");
        }
    }
}
