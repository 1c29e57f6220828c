using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.Azure.Functions.Worker.LocalHost;

/// <summary>A function's route, parsed and found fit for the Functions host.</summary>
internal static class FunctionRoute
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    /// <summary>The route below the prefix, or one line that says why no host could serve it.</summary>
    public static bool TryParse(
        IndexedFunction function,
        string prefix,
        ParameterPolicyFactory policies,
        [NotNullWhen(true)] out RoutePattern? pattern,
        [NotNullWhen(false)] out string? fault)
    {
        var route = function.Http!.Route ?? function.Name;
        pattern = null;
        var reason = FaultOf(route) ?? FaultInTemplate(prefix.Length == 0 ? route : $"{prefix}/{route}", policies, out pattern);

        fault = reason is null
            ? null
            : $"Function '{function.Name}' ({function.EntryPoint}): its route '{route}' cannot be served: {reason.TrimEnd('.')}.";
        return fault is null;
    }

    private static string? FaultOf(string route)
    {
        if (string.IsNullOrWhiteSpace(route))
        {
            return "it is empty, and the Functions host would put the function's name in its place; {root:length(0)?} matches / and nothing else";
        }

        if (route[0] is '/' or '~')
        {
            return "it begins with a slash or a tilde";
        }

        return Array.Find(Reserved, word => route.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } reserved
            ? $"the Functions host keeps everything that begins with '{reserved}' for itself"
            : null;
    }

    private static string? FaultInTemplate(string template, ParameterPolicyFactory policies, out RoutePattern? pattern)
    {
        pattern = null;

        try
        {
            var parsed = RoutePatternFactory.Parse(template);

            // The router itself would find an unknown constraint only when the first request comes.
            foreach (var parameter in parsed.Parameters)
            {
                foreach (var policy in parameter.ParameterPolicies)
                {
                    _ = policies.Create(parameter, policy);
                }
            }

            pattern = parsed;
            return null;
        }
        catch (Exception unusable) when (unusable is RoutePatternException or RouteCreationException or InvalidOperationException)
        {
            return unusable.Message;
        }
    }
}
