namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function returned, open to change until it is written to the caller.</summary>
public abstract class InvocationResult<T>
{
    /// <summary>The returned value; setting it puts another in its place.</summary>
    public abstract T? Value { get; set; }
}

/// <summary>What a function returned, of whatever type.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
}
