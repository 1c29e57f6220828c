using System.Globalization;
using System.IO;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>Functions that fail, and functions that come up against a limit.</summary>
internal sealed class FailingFunctions(Journal journal)
{
    [Function("Throws")]
    public async Task<IResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/throws")] HttpRequest http)
    {
        await Task.Yield();
        throw new InvalidOperationException("the kettle is cold");
    }

    [Function("ThrowsAtOnce")]
    public Task<IResult> ThrowsAtOnce([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/at-once")] HttpRequest http) =>
        throw new InvalidOperationException("there is no kettle");

    [Function("ThrowsCancelled")]
    public async Task<IResult> ThrowsCancelled([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/cancelled")] HttpRequest http)
    {
        await Task.Yield();
        throw new OperationCanceledException("the kettle is off");
    }

    [Function("ThrowsWhenWritten")]
    public IResult ThrowsWhenWritten([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/written")] HttpRequest http) =>
        new WrittenLater(() => throw new InvalidOperationException("the pen is dry"));

    [Function("ThrowsAfterStart")]
    public async Task ThrowsAfterStart([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/started")] HttpRequest http)
    {
        http.HttpContext.Response.ContentLength = 100;
        await http.HttpContext.Response.WriteAsync("half", http.HttpContext.RequestAborted);
        await http.HttpContext.Response.Body.FlushAsync(http.HttpContext.RequestAborted);
        throw new InvalidOperationException("the ink is out");
    }

    [Function("WritesSynchronously")]
    public IResult WritesSynchronously([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "failing/synchronous")] HttpRequest http)
    {
        try
        {
            http.HttpContext.Response.Body.Write(Encoding.ASCII.GetBytes("sync"));
            return Results.Text("written");
        }
        catch (InvalidOperationException refused)
        {
            return Results.Text(refused.Message);
        }
    }

    [Function("ReadsBody")]
    public async Task<IResult> ReadsBody([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "failing/body/{topic}")] HttpRequest http, string topic)
    {
        if (http.Query["limit"].ToString() is { Length: > 0 } limit)
        {
            http.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = long.Parse(limit, CultureInfo.InvariantCulture);
        }

        try
        {
            await http.Body.CopyToAsync(Stream.Null, http.HttpContext.RequestAborted);
            journal.Note(topic, "read");
            return Results.Text($"seekable {http.Body.CanSeek}");
        }
        catch (BadHttpRequestException tooLarge)
        {
            journal.Note(topic, $"refused {tooLarge.StatusCode}");
            return Results.StatusCode(tooLarge.StatusCode);
        }
    }
}
