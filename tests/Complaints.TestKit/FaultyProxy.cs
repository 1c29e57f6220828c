using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Complaints.TestKit;

/// <summary>An HTTP server on 127.0.0.1 that stands before another one and spoils the requests it is told to spoil.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private const int Remembered = 10_000;

    private readonly HttpClient _upstream;
    private readonly WebApplication _server;
    private readonly FaultPlan _plan = new();
    private readonly ConcurrentQueue<ProxiedRequest> _seen = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrivals;
    private int _spoiled;

    private FaultyProxy(Uri upstream, X509Certificate2? certificate)
    {
        Upstream = upstream;
        _upstream = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _server = Server(certificate);
        _server.Run(HandleAsync);
    }

    /// <summary>The server behind, without path.</summary>
    public Uri Upstream { get; }

    /// <summary>Where the proxy listens, without path.</summary>
    public Uri Address => new(_server.Urls.Single());

    /// <summary>How long <see cref="Fault.Delay"/> holds a request back; a minute unless set.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Which requests, by method and target, faults may meet; all unless set.</summary>
    public Func<string, string, bool> Meets { get; set; } = (_, _) => true;

    /// <summary>The last 10,000 requests, in the order of their arrival.</summary>
    public IReadOnlyList<ProxiedRequest> Seen => [.. _seen];

    /// <summary>How many requests have arrived.</summary>
    public int Arrivals => Volatile.Read(ref _arrivals);

    /// <summary>How many of them met a fault.</summary>
    public int Spoiled => Volatile.Read(ref _spoiled);

    /// <summary>Starts a proxy on a free port; with a certificate it speaks https to its clients.</summary>
    public static async Task<FaultyProxy> StartAsync(
        Uri upstream, X509Certificate2? certificate = null, CancellationToken cancellationToken = default)
    {
        var proxy = new FaultyProxy(new Uri(upstream.GetLeftPart(UriPartial.Authority)), certificate);
        await proxy._server.StartAsync(cancellationToken);
        return proxy;
    }

    /// <summary>A connection string in which the server behind is replaced by the proxy.</summary>
    public string Through(string connectionString) =>
        connectionString.Replace(Upstream.GetLeftPart(UriPartial.Authority), Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    /// <summary>Spoils the next requests, after those already due for it.</summary>
    public void Next(Fault fault, int times = 1) => _plan.Add(fault, times);

    /// <summary>Spoils every request with this probability from 0 to 1, in one of these ways; the seed makes the draws repeat.</summary>
    public void AtRandom(double probability, int seed, params IReadOnlyList<Fault> faults) => _plan.Set(probability, seed, faults);

    /// <summary>Returns once this many requests have arrived since the start.</summary>
    public async Task WaitForAsync(int requests, CancellationToken cancellationToken = default)
    {
        while (Volatile.Read(ref _arrivals) < requests)
        {
            await _arrived.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Lets every request go that <see cref="Fault.Hold"/> holds back, now and from now on.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Spoils nothing from now on.</summary>
    public void Heal() => _plan.Clear();

    /// <summary>Stops listening and drops what is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
        _upstream.Dispose();
        _arrived.Dispose();
    }

    private static WebApplication Server(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, port =>
            {
                if (certificate is not null)
                {
                    port.UseHttps(certificate);
                }
            });
        });
        return builder.Build();
    }

    private async Task HandleAsync(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var fault = Meets(http.Request.Method, target) ? _plan.Draw() : Fault.None;
        Remember(new(http.Request.Method, target, http.Request.Headers.Authorization, fault));

        switch (fault)
        {
            case Fault.Unavailable:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case Fault.Reset:
                http.Abort();
                break;
            case Fault.TimeOut:
                await Task.Delay(Latency, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                http.Abort();
                break;
            default:
                await ForwardAsync(http, target, fault);
                break;
        }
    }

    private async Task ForwardAsync(HttpContext http, string target, Fault fault)
    {
        using var request = HttpRelay.Request(http.Request, new Uri(Upstream, target));

        try
        {
            if (fault == Fault.Delay)
            {
                await Task.Delay(Latency, http.RequestAborted);
            }
            else if (fault == Fault.Hold)
            {
                await _released.Task.WaitAsync(http.RequestAborted);
            }

            using var answer = await _upstream.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, http.RequestAborted);

            if (fault == Fault.AnswerLost)
            {
                await answer.Content.LoadIntoBufferAsync(http.RequestAborted);
                http.Abort();
                return;
            }

            await HttpRelay.AnswerAsync(answer, http.Response, http.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
        {
            http.Abort(); // either end is gone: the other one learns it the way it would without a proxy
        }
    }

    private void Remember(ProxiedRequest request)
    {
        _seen.Enqueue(request);

        while (_seen.Count > Remembered)
        {
            _seen.TryDequeue(out _);
        }

        if (request.Fault is not Fault.None)
        {
            Interlocked.Increment(ref _spoiled);
        }

        Interlocked.Increment(ref _arrivals);
        _arrived.Release();
    }
}
