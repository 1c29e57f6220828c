using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Hands the request to what lies inside it, then writes the result; only ASP.NET Core's own kinds of result are written.</summary>
internal sealed class HttpProxyMiddleware : IFunctionsWorkerMiddleware
{
    /// <summary>Where the HttpContext lies among a run's items.</summary>
    public const string HttpContextKey = "HttpRequestContext";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (Invocation.Of(context) is not { Call: { } call } invocation)
        {
            await next(context);
            return;
        }

        context.Items[HttpContextKey] = call.Http;
        call.Http.RequestServices = context.InstanceServices;

        try
        {
            await next(context);
            await WriteAsync(invocation.Result.Value, call.Http);
        }
        catch
        {
            call.Fail();
            throw;
        }

        call.Complete();
    }

    private static Task WriteAsync(object? value, HttpContext http) => value switch
    {
        IResult result => result.ExecuteAsync(http),
        IActionResult result => result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor())),
        _ => Task.CompletedTask,
    };
}
