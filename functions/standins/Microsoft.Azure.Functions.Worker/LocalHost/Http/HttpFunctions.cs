using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The HTTP functions as endpoints of ASP.NET Core's router.</summary>
internal sealed partial class HttpFunctions
{
    private readonly FunctionRunner _runner;
    private readonly Keys _keys;
    private readonly ILogger<HttpFunctions> _log;

    /// <summary>Makes the endpoints.</summary>
    public HttpFunctions(
        FunctionIndex index,
        DisabledFunctions disabled,
        FunctionRunner runner,
        HostFile host,
        Keys keys,
        ParameterPolicyFactory policies,
        ILogger<HttpFunctions> log)
    {
        _runner = runner;
        _keys = keys;
        _log = log;

        var endpoints = new List<Endpoint>();
        var faults = new List<string>();

        foreach (var function in index.Functions.Where(function => function.Http is not null))
        {
            if (!FunctionRoute.TryParse(function, host.RoutePrefix, policies, out var route, out var fault))
            {
                faults.Add(fault);
            }
            else if (!disabled.Contains(function))
            {
                endpoints.Add(EndpointOf(function, route));
            }
        }

        Endpoints = new DefaultEndpointDataSource(endpoints);
        Faults = faults;
    }

    /// <summary>One line for each route that cannot be served.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>One endpoint per HTTP function.</summary>
    public EndpointDataSource Endpoints { get; }

    private RouteEndpoint EndpointOf(IndexedFunction function, RoutePattern route)
    {
        var metadata = function.Http!.Methods is { Length: > 0 } methods
            ? new EndpointMetadataCollection(new HttpMethodMetadata(methods))
            : EndpointMetadataCollection.Empty;

        return new RouteEndpoint(http => AnswerAsync(function, http), route, order: 0, metadata, function.Name);
    }

    private Task AnswerAsync(IndexedFunction function, HttpContext http)
    {
        if (!_keys.Open(http.Request, function.Http!.AuthLevel))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var call = new HttpCall(http);
        var trace = InvocationTrace.Of(http.Request);
        var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);

        // Unsafe: the run must not inherit the request's async flow (culture, HttpContext accessor, Activity).
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ = RunAsync(function, call, trace, gone), state: null);
        return call.Answered;
    }

    private async Task RunAsync(IndexedFunction function, HttpCall call, InvocationTrace trace, CancellationTokenSource gone)
    {
        try
        {
            await _runner.RunAsync(Invocation.OfRequest(function, call, trace, gone.Token));

            if (!call.Answered.IsCompleted)
            {
                LogNotAnswered(function.Name);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            LogGone(function.Name);
        }
        catch (Exception failure)
        {
            LogFailed(failure, function.Name);
        }
        finally
        {
            call.Fail();
            gone.Dispose();
        }
    }

    [LoggerMessage(LogLevel.Error, "Function '{Function}' failed.")]
    private partial void LogFailed(Exception failure, string function);

    [LoggerMessage(LogLevel.Information, "Function '{Function}' ended early: its caller has gone.")]
    private partial void LogGone(string function);

    [LoggerMessage(LogLevel.Error, "Function '{Function}' gave no answer: ConfigureFunctionsWebApplication was not called, or a middleware before it kept the run to itself.")]
    private partial void LogNotAnswered(string function);
}
