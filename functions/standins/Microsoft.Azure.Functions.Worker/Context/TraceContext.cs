namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a run stands in a distributed trace (W3C Trace Context).</summary>
public abstract class TraceContext
{
    /// <summary>The traceparent value: version, trace id, parent id and flags.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The tracestate value; empty if there is none.</summary>
    public abstract string TraceState { get; }
}
