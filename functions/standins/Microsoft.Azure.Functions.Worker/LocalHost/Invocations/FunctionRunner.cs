using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>Runs a function in a scope of its own, through the middleware.</summary>
internal sealed class FunctionRunner(InvocationPipeline pipeline, IServiceScopeFactory scopes)
{
    public async Task RunAsync(Invocation invocation)
    {
        await using var scope = scopes.CreateAsyncScope();
        invocation.InstanceServices = scope.ServiceProvider;
        await pipeline.RunAsync(invocation);
    }
}
