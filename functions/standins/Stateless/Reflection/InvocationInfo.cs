using System.Buffers;

namespace Stateless.Reflection;

/// <summary>A guard or a selector as data: the method and what it was said to mean.</summary>
public class InvocationInfo
{
    // Names the compiler gives to lambdas and local functions mean nothing to a reader.
    private static readonly SearchValues<char> GeneratedNameMarks = SearchValues.Create("<>`");

    private readonly Delegate _method;
    private readonly string? _description;

    internal InvocationInfo(Delegate method, string? description)
    {
        _method = method;
        _description = description;
    }

    /// <summary>The text for a method that has neither a description nor a name of its own.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The name of the method, as compiled.</summary>
    public string MethodName => _method.Method.Name;

    /// <summary>The description given, else the name of the method, else <see cref="DefaultFunctionDescription"/>.</summary>
    public string Description => DescriptionOf(_method, _description);

    internal static string DescriptionOf(Delegate method, string? description)
    {
        if (description is not null)
        {
            return description;
        }

        var name = method.Method.Name;
        return name.AsSpan().ContainsAny(GeneratedNameMarks) ? DefaultFunctionDescription : name;
    }
}
