using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The way to the function: the program's middleware in order of registration, then the call itself.</summary>
internal sealed class InvocationPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _first = middleware.Reverse().Aggregate((FunctionExecutionDelegate)CallAsync, (next, step) => step(next));

    public Task RunAsync(Invocation invocation) => _first(invocation);

    private static async Task CallAsync(FunctionContext context)
    {
        var invocation = Invocation.Of(context);
        invocation.Result.Value = await invocation.Function.Call.InvokeAsync(invocation);
    }
}
