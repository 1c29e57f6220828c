namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a public method as a function and gives it the name it is known by.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute : Attribute
{
    /// <summary>Marks the method as the function of this name.</summary>
    public FunctionAttribute(string name) => Name = name;

    /// <summary>The name, unique in the program regardless of case.</summary>
    public string Name { get; }
}
