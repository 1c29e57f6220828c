namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which attempt of a retried run this is.</summary>
public abstract class RetryContext
{
    /// <summary>Attempts made before this one.</summary>
    public abstract int RetryCount { get; }

    /// <summary>Attempts allowed after the first.</summary>
    public abstract int MaxRetryCount { get; }
}
