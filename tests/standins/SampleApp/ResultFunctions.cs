using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>One function for every kind of answer.</summary>
internal sealed class ResultFunctions(Gates gates)
{
    private static readonly byte[] Letters = Encoding.ASCII.GetBytes("abcdefghij");

    [Function("Ok")]
    public IResult Ok([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/ok")] HttpRequest http) =>
        Results.Ok(new { Answer = 42 });

    [Function("OkTask")]
    public async Task<IResult> OkTask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/task")] HttpRequest http)
    {
        await Task.Yield();
        return Results.Text("task");
    }

    [Function("Typed")]
    public Results<Ok<string>, NotFound> Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/typed/{found:bool}")] HttpRequest http,
        bool found) =>
        found ? TypedResults.Ok("found") : TypedResults.NotFound();

    [Function("ActionResult")]
    public IActionResult ActionResult([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/action")] HttpRequest http) =>
        new ObjectResult(new { Answer = 42 }) { StatusCode = StatusCodes.Status202Accepted };

    [Function("Problem")]
    public IResult Problem([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/problem")] HttpRequest http) =>
        Results.Problem(title: "No", statusCode: 422, extensions: new Dictionary<string, object?> { ["refusals"] = new[] { "a", "b" } });

    [Function("Created")]
    public IResult Created([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "results/created")] HttpRequest http) =>
        Results.Created("/results/1", new { Id = 1 });

    [Function("Redirect")]
    public IResult Redirect([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/redirect")] HttpRequest http) =>
        Results.LocalRedirect("~/results/ok");

    [Function("File")]
    public IResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "results/file")] HttpRequest http) =>
        Results.File(Letters, "text/plain", "letters.txt", enableRangeProcessing: true);

    [Function("Pieces")]
    public IResult Pieces([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "results/pieces/{gate}")] HttpRequest http, string gate) =>
        Results.Stream(
            async body =>
            {
                await body.WriteAsync(Letters.AsMemory(0, 5), http.HttpContext.RequestAborted);
                await body.FlushAsync(http.HttpContext.RequestAborted);
                await gates.PassAsync(gate, http.HttpContext.RequestAborted);
                await body.WriteAsync(Letters.AsMemory(5), http.HttpContext.RequestAborted);
            },
            "text/plain");
}
