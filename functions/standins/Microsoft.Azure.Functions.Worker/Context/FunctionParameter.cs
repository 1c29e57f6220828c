namespace Microsoft.Azure.Functions.Worker;

/// <summary>A parameter of a function's method.</summary>
public class FunctionParameter
{
    /// <summary>A parameter of this name and type; neither may be null.</summary>
    public FunctionParameter(string name, Type type)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);

        Name = name;
        Type = type;
    }

    /// <summary>The name in the source.</summary>
    public string Name { get; }

    /// <summary>The type in the source.</summary>
    public Type Type { get; }
}
