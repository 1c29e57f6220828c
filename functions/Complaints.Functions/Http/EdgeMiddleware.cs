using System.IO;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Complaints.Functions.Http;

/// <summary>
/// The outermost ring around every HTTP function: executes its result itself, so that a failure in it is still answered, puts the security headers
/// on every answer, and turns what was not expected into a 500 that tells nothing.
/// </summary>
internal sealed partial class EdgeMiddleware(ILogger<EdgeMiddleware> logger) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        SecurityHeaders.Set(http);

        // Here and not deeper: a culture set in what we await does not come back up to where the result is executed.
        Languages.Choose(http);

        try
        {
            await PlainAsync(next, context);

            if (context.GetInvocationResult().Value is IResult result)
            {
                await result.ExecuteAsync(http);
            }
        }
        catch (BadHttpRequestException e) when (e.StatusCode is StatusCodes.Status413PayloadTooLarge && !http.Response.HasStarted)
        {
            await AnswerAsync(http, Problems.From([new("body.too-large", "The body is larger than this address takes. Shorten it; documents have a door of their own.")]));
        }
        catch (BadHttpRequestException) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Log.CutOff(logger, context.FunctionDefinition.Name);
            await AnswerAsync(http, Problems.Unreadable(new Domain.Refusal("body.cut-off", "The body cannot be read to its end. Send it again.")));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            Log.CutOff(logger, context.FunctionDefinition.Name);
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var trace = http.TraceIdentifier;
            Log.Failed(logger, e, context.FunctionDefinition.Name, trace);
            await AnswerAsync(http, Problems.Unexpected(trace));
        }
        finally
        {
            // Or the worker executes it a second time and sends it to the host as JSON.
            context.GetInvocationResult().Value = null;
        }
    }

    // The worker calls classes that are not public by reflection, and what their tasks fail with arrives wrapped.
    private static async Task PlainAsync(FunctionExecutionDelegate next, FunctionContext context)
    {
        try
        {
            await next(context);
        }
        catch (AggregateException wrapped) when (wrapped.InnerExceptions is [var only])
        {
            ExceptionDispatchInfo.Throw(only);
        }
    }

    private static async Task AnswerAsync(HttpContext http, IResult problem)
    {
        http.Response.Clear();
        SecurityHeaders.Set(http);
        await problem.ExecuteAsync(http);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed, trace id {TraceId}.")]
        public static partial void Failed(ILogger logger, Exception exception, string function, string traceId);

        [LoggerMessage(Level = LogLevel.Information, Message = "The call of {Function} was cut off.")]
        public static partial void CutOff(ILogger logger, string function);
    }
}
