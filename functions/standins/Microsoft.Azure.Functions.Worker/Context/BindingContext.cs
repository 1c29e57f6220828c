namespace Microsoft.Azure.Functions.Worker;

/// <summary>The values a trigger brought along.</summary>
public abstract class BindingContext
{
    /// <summary>The values by name: for an HTTP request, its route values.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
