using Microsoft.Azure.Functions.Worker.LocalHost;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The bound values of a run.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned, to read or to replace.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => Invocation.Of(context).Result;
}
