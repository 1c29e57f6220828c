using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace SampleApp;

/// <summary>What a run inherits, shares and is told.</summary>
internal sealed class FlowFunctions(Marker marker, IHttpContextAccessor accessor, Journal journal)
{
    private int _calls;

    [Function("Flow")]
    public IResult Flow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flow/inherited")] HttpRequest http) => Results.Ok(new
    {
        Filter = FlowFilter.Value.Value,
        FilterHeader = http.Headers["x-filter"].ToString(),
        Accessor = accessor.HttpContext is null ? "null" : "HttpContext",
        Activity = Activity.Current?.Id,
    });

    [Function("Scope")]
    public IResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flow/scope")] HttpRequest http, FunctionContext context) => Results.Ok(new
    {
        Calls = ++_calls,
        Constructor = marker.Id,
        Instance = context.InstanceServices.GetRequiredService<Marker>().Id,
        Request = http.HttpContext.RequestServices.GetRequiredService<Marker>().Id,
    });

    [Function("Trace")]
    public IResult Trace([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flow/trace")] HttpRequest http, FunctionContext context) =>
        Results.Text(context.TraceContext.TraceParent);

    [Function("Culture")]
    public IResult Culture([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flow/culture")] HttpRequest http)
    {
        var seen = CultureInfo.CurrentCulture.Name;
        return new WrittenLater(() => $"{seen} {CultureInfo.CurrentCulture.Name}");
    }

    [Function("Gone")]
    public async Task<IResult> Gone(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "flow/gone")] HttpRequest http,
        CancellationToken cancellationToken)
    {
        journal.Note("gone", "entered");
        await Wait.ForAsync(http.HttpContext.RequestAborted);
        journal.Note("gone", "request");
        await Wait.ForAsync(cancellationToken);
        journal.Note("gone", "invocation");
        return Results.Ok();
    }
}

/// <summary>One object per scope; its end is noted.</summary>
internal sealed class Marker(Journal journal) : IAsyncDisposable
{
    public Guid Id { get; } = Guid.NewGuid();

    public ValueTask DisposeAsync()
    {
        journal.Note("disposed", Id.ToString());
        return ValueTask.CompletedTask;
    }
}

/// <summary>A result that decides what it says when it is written.</summary>
internal sealed class WrittenLater(Func<string> say) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Response.WriteAsync(say());
}

/// <summary>Waits until a token fires.</summary>
internal static class Wait
{
    public static async Task ForAsync(CancellationToken token)
    {
        var fired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(fired.SetResult);
        await fired.Task;
    }
}
