using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The built host. What keeps it from starting ends the process with one line per reason on standard error and exit code 2.</summary>
internal sealed class RunnableHost(IHost host) : IHost, IAsyncDisposable
{
    private const int CouldNotStart = 2;

    public IServiceProvider Services => host.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            RefuseFaults();
            RefuseTakenPort();
        }
        catch (StartRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            Environment.Exit(CouldNotStart);
        }

        await host.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public void Dispose() => host.Dispose();

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }

    private void RefuseFaults()
    {
        string[] faults =
        [
            .. Services.GetRequiredService<FunctionIndex>().Faults,
            .. Services.GetRequiredService<HttpFunctions>().Faults,
            .. Services.GetRequiredService<TimerFunctions>().Faults,
        ];

        if (faults.Length > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, faults));
        }
    }

    // Before anything starts: the program's own services would otherwise be at work when the server finds out.
    private void RefuseTakenPort()
    {
        var port = Services.GetRequiredService<LocalSettings>().Port;

        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            throw new StartRefusedException(
                $"Port {port} of 127.0.0.1 is in use or not allowed: end what listens there, or name another in FUNCTIONS_LOCAL_PORT.");
        }
    }
}
