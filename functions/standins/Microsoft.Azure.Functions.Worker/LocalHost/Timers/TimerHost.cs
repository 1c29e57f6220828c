using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Runs every timer by the clock from the start of the program to its stop.</summary>
internal sealed class TimerHost(TimerFunctions timers, IHostApplicationLifetime lifetime) : IHostedService
{
    private Task _clocks = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _clocks = Task.WhenAll(timers.ByClock.Select(timer => Task.Run(() => timer.RunByClockAsync(lifetime.ApplicationStopping), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _clocks.WaitAsync(cancellationToken);
}
