namespace Microsoft.Azure.Functions.Worker;

/// <summary>Whether a binding is read or written.</summary>
public enum BindingDirection
{
    /// <summary>Read by the function.</summary>
    In,

    /// <summary>Written by the function.</summary>
    Out,
}
