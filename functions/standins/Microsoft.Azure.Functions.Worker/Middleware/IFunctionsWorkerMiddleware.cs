namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step every run passes on its way to the function and back; one object serves all runs.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Does its work around <paramref name="next"/>, or in its place.</summary>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
