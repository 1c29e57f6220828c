using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Complaints.Shape.Tests;

/// <summary>A class is sealed, static or abstract: what nobody may inherit from can be read alone.</summary>
internal static class SealingRules
{
    /// <summary>Every open class among the types, one sentence each; what a compiler or a generator wrote is not ours to seal.</summary>
    public static IEnumerable<string> BreachesOf(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsSealed: false, IsAbstract: false } && IsWritten(type)
        select $"{type.FullName} is neither sealed, static nor abstract.";

    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<') && type.Name is not ("Program" or "_Imports")
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.GetCustomAttribute<GeneratedCodeAttribute>() is null
        && !Ancestors(type).Any(ancestor => ancestor.FullName == "Microsoft.AspNetCore.Components.ComponentBase");

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
