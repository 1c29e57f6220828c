using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The timer functions, and the host's own call that runs one of them now.</summary>
internal sealed class TimerFunctions
{
    private readonly Dictionary<string, TimerFunction> _timers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TimerFunction> _byClock = [];
    private readonly Keys _keys;
    private readonly IHostApplicationLifetime _lifetime;

    /// <summary>Reads the schedules.</summary>
    public TimerFunctions(
        FunctionIndex index,
        DisabledFunctions disabled,
        FunctionRunner runner,
        TimerStatusStore store,
        Keys keys,
        IConfiguration settings,
        IHostApplicationLifetime lifetime,
        ILogger<TimerFunctions> log)
    {
        _keys = keys;
        _lifetime = lifetime;

        var faults = new List<string>();

        foreach (var function in index.Functions.Where(function => function.Timer is not null))
        {
            if (TimerSchedule.Parse(function.Timer!.Schedule, settings) is { } schedule)
            {
                var timer = new TimerFunction(function, schedule, runner, store, log);
                _timers.Add(function.Name, timer);

                if (!disabled.Contains(function))
                {
                    _byClock.Add(timer);
                }
            }
            else
            {
                faults.Add($"Function '{function.Name}' ({function.EntryPoint}): '{function.Timer.Schedule}' is no schedule.");
            }
        }

        Faults = faults;
    }

    /// <summary>One line for each schedule that is none.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Those that run by the clock.</summary>
    public IReadOnlyList<TimerFunction> ByClock => _byClock;

    /// <summary>The endpoint POST /admin/functions/{name}.</summary>
    public EndpointDataSource Endpoints => new DefaultEndpointDataSource(new RouteEndpoint(
        RunNowAsync,
        RoutePatternFactory.Parse("admin/functions/{name}"),
        order: 0,
        new EndpointMetadataCollection(new HttpMethodMetadata(["POST"])),
        "Run a timer function now"));

    private Task RunNowAsync(HttpContext http)
    {
        if (!_keys.Open(http.Request, AuthorizationLevel.Admin))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // As the Functions host does; a page of another site can therefore make no browser send this without asking first.
        if (!http.Request.HasJsonContentType())
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        if (!_timers.TryGetValue((string)http.Request.RouteValues["name"]!, out var timer))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var stopping = _lifetime.ApplicationStopping;
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = timer.RunOnceAsync(stopping), state: null);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }
}
