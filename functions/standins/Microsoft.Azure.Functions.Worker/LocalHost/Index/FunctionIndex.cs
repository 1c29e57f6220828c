using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>The functions an assembly declares: every public method with a <see cref="FunctionAttribute"/>.</summary>
internal sealed partial class FunctionIndex
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private FunctionIndex(IReadOnlyList<IndexedFunction> functions, IReadOnlyList<string> faults)
    {
        Functions = functions;
        Faults = faults;
    }

    /// <summary>Those that can run.</summary>
    public IReadOnlyList<IndexedFunction> Functions { get; }

    /// <summary>One line for each reason why another cannot run under the Functions host.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Finds the functions of an assembly.</summary>
    public static FunctionIndex Of(Assembly assembly)
    {
        var functions = new List<IndexedFunction>();
        var faults = new List<string>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        foreach (var method in assembly.GetTypes().SelectMany(type => type.GetMethods(Declared)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>(inherit: false) is not { } attribute)
            {
                continue;
            }

            var found = FaultsOf(method, attribute.Name).ToList();

            if (!names.Add(attribute.Name))
            {
                found.Add("another function has this name");
            }

            if (found.Count == 0)
            {
                functions.Add(new IndexedFunction(attribute.Name, method));
            }

            faults.AddRange(found.Select(fault => $"Function '{attribute.Name}' ({method.DeclaringType}.{method.Name}): {fault}."));
        }

        return new FunctionIndex(functions, faults);
    }

    private static IEnumerable<string> FaultsOf(MethodInfo method, string name)
    {
        var type = method.DeclaringType!;

        if (type.IsNested)
        {
            yield return "its class is nested in another: the Functions host does not find it";
        }

        if (type.IsAbstract && !type.IsSealed)
        {
            yield return "its class is abstract: a function cannot be inherited";
        }

        if (type.IsGenericTypeDefinition || method.IsGenericMethodDefinition)
        {
            yield return "its class or method is generic";
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
        {
            yield return "it is async void: return a Task";
        }

        if (!Name().IsMatch(name))
        {
            yield return "its name is not a letter followed by up to 127 letters, digits, hyphens or underscores";
        }

        if (method.GetParameters().Count(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute), inherit: false)) != 1)
        {
            yield return "it needs exactly one trigger";
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
