namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the way to the function.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
