using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Functions whose return value is not what the caller gets.</summary>
internal sealed class UnwrittenFunctions
{
    [Function("ReturnsText")]
    public string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/text")] HttpRequest http) => "text";

    [Function("ReturnsObject")]
    public Task<object> Thing([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/object")] HttpRequest http) =>
        Task.FromResult<object>(new { Answer = 42 });

    [Function("ReturnsValueTask")]
    public ValueTask<IResult> Value([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/value-task")] HttpRequest http) =>
        ValueTask.FromResult(Results.Text("never awaited, for the class is internal"));

    [Function("ReturnsNull")]
    public Task<IResult?> Null([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/null")] HttpRequest http) =>
        Task.FromResult<IResult?>(null);

    [Function("ReturnsVoid")]
    public void Void([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/void")] HttpRequest http)
    {
        // Nothing is said and nothing returned.
    }

    [Function("WritesItself")]
    public static async Task Writes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/written")] HttpRequest http)
    {
        http.HttpContext.Response.StatusCode = StatusCodes.Status418ImATeapot;
        await http.HttpContext.Response.WriteAsync("written", http.HttpContext.RequestAborted);
    }

    [Function("WritesAndReturns")]
    public async Task<IResult> WritesAndReturns([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "unwritten/twice")] HttpRequest http)
    {
        await http.HttpContext.Response.WriteAsync("first", http.HttpContext.RequestAborted);
        await http.HttpContext.Response.Body.FlushAsync(http.HttpContext.RequestAborted);
        return Results.Text("second");
    }
}
