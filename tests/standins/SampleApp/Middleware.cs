using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace SampleApp;

/// <summary>Notes in which order middleware is passed, in the header x-order.</summary>
internal static class Order
{
    public static Task NoteAsync(FunctionContext context, string name, Func<Task> next)
    {
        context.GetHttpContext()?.Response.Headers.Append("x-order", name);
        return next();
    }
}

/// <summary>The first to be passed: one object for all runs, as its number shows.</summary>
internal sealed class OrderMiddleware(Journal journal) : IFunctionsWorkerMiddleware
{
    private int _runs;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        journal.Note(context.FunctionDefinition.Name, context.GetHttpContext() is null ? "without HttpContext" : "with HttpContext");

        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers["x-before"] = context.Items["before"].ToString();
            http.Response.Headers["x-runs"] = Interlocked.Increment(ref _runs).ToString(CultureInfo.InvariantCulture);
        }

        await Order.NoteAsync(context, "type", () => next(context));
    }
}

/// <summary>Passed only where its predicate holds.</summary>
internal sealed class WhenMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => Order.NoteAsync(context, "when-type", () => next(context));
}

/// <summary>Answers in place of the function, changes its answer, writes it, or catches its failure: as the query value do says.</summary>
internal sealed class AnswerMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();

        switch (http?.Request.Query["do"].ToString())
        {
            case "short":
                context.GetInvocationResult().Value = Results.Problem(title: "Short", statusCode: 403);
                break;
            case "status":
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                break;
            case "nothing":
                break;
            case "replace":
                await next(context);
                var replaced = context.GetInvocationResult().Value is IResult;
                context.GetInvocationResult().Value = Results.Text($"replaced {replaced}");
                break;
            case "write":
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("kk-KZ");
                await WriteAsync(context, http, next);
                break;
            case "culture":
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("kk-KZ");
                await next(context);
                break;
            default:
                await next(context);
                break;
        }
    }

    private static async Task WriteAsync(FunctionContext context, HttpContext http, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);

            if (context.GetInvocationResult().Value is IResult result)
            {
                await result.ExecuteAsync(http);
            }
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            var inner = failure is AggregateException { InnerException: { } cause } ? $" of {cause.GetType().Name}" : "";
            await Results.Text($"caught {failure.GetType().Name}{inner}", statusCode: 500).ExecuteAsync(http);
        }
        finally
        {
            context.GetInvocationResult().Value = null;
        }
    }
}

/// <summary>The function of the route that the predicates in Program.cs look for.</summary>
internal sealed class WhenFunction
{
    [Function("When")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "middleware/when")] HttpRequest http) => Results.Ok();
}
