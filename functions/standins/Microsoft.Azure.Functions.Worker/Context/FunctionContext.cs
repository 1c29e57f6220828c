namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of a function: what set it off, what it works with and what came of it.</summary>
public abstract class FunctionContext
{
    /// <summary>Identifies this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Identifies the function, the same in every run.</summary>
    public abstract string FunctionId { get; }

    /// <summary>Where this run stands in a distributed trace.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>The values the trigger brought along.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which attempt this is; null without a retry attribute.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this run's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Values shared by the middleware and the function of this run.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>Features of this run, by type.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Fires when nobody waits for this run any more.</summary>
    public virtual CancellationToken CancellationToken { get; }
}
