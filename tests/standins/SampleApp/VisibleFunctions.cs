using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>A class that other assemblies see: the worker calls its methods directly, those of an internal class by reflection.</summary>
public sealed class VisibleFunctions
{
    [Function("VisibleThrows")]
    public async Task<IResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visible/throws")] HttpRequest http)
    {
        await Task.Yield();
        throw new InvalidOperationException("the kettle is cold");
    }

    [Function("VisibleValueTask")]
    public async ValueTask<IResult> Value([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "visible/value-task")] HttpRequest http)
    {
        await Task.Yield();
        return Results.Text("value task");
    }
}
