using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Complaints.Shape.Tests;

/// <summary>What a route template may look like so that the Functions host and the worker read it alike; ASP.NET Core's own parser reads it here.</summary>
internal static class RouteRules
{
    /// <summary>The one template that matches the start page and nothing else.</summary>
    public const string Home = "{root:length(0)?}";

    /// <summary>The one template that matches everything, after all others: one function may have it, to answer where nothing is.</summary>
    public const string Elsewhere = "{*path}";

    private static readonly string[] Reserved = ["admin", "runtime"];

    private static readonly ParameterPolicyFactory Policies =
        new ServiceCollection().AddRouting().BuildServiceProvider().GetRequiredService<ParameterPolicyFactory>();

    /// <summary>Everything wrong with a template, one clause each.</summary>
    public static IEnumerable<string> FaultsOf(string? route)
    {
        if (string.IsNullOrEmpty(route))
        {
            yield return $"has no route; the start page is {Home}";
            yield break;
        }

        if (Parse(route) is not { } pattern)
        {
            yield return $"the route {route} is not a template";
            yield break;
        }

        if (route[0] is '/' or '~')
        {
            yield return $"the route {route} begins with a slash, which breaks every route of the program";
        }

        if (Reserved.Any(word => route.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
        {
            yield return $"the route {route} begins with letters that the Functions host keeps for itself";
        }

        if (route is not (Home or Elsewhere) && pattern.PathSegments is [{ Parts: [RoutePatternParameterPart alone] }] && MayBeAbsent(alone))
        {
            yield return $"the route {route} matches more than the start page; that is {Home}";
        }

        foreach (var unknown in PoliciesOf(pattern).Where(policy => !IsKnown(policy.Parameter, policy.Policy)))
        {
            yield return $"the route {route} has the constraint {unknown.Policy.Content}, which the worker does not know: every request would answer 500";
        }
    }

    /// <summary>The names of a template's parameters; none if it is no template.</summary>
    public static IEnumerable<string> ParametersOf(string? route) => Parse(route)?.Parameters.Select(parameter => parameter.Name) ?? [];

    /// <summary>Whether a parameter takes numbers alone.</summary>
    public static bool IsNumber(string? route, string parameter) =>
        Parse(route)?.GetParameter(parameter)?.ParameterPolicies.Any(policy => policy.Content == "int") == true;

    /// <summary>The template without what makes no difference to the router: case, and what parameters are called.</summary>
    public static string Essence(string? route) => Parse(route) is { } pattern
        ? string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Essence))))
        : route ?? "";

    private static string Essence(RoutePatternPart part) => part switch
    {
        RoutePatternParameterPart parameter => $"{{{(parameter.IsCatchAll ? "*" : "")}{string.Join(':', parameter.ParameterPolicies.Select(policy => policy.Content))}}}",
        RoutePatternLiteralPart literal => literal.Content.ToUpperInvariant(),
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };

    private static bool MayBeAbsent(RoutePatternParameterPart parameter) => parameter.IsOptional || parameter.IsCatchAll || parameter.Default is not null;

    private static IEnumerable<(RoutePatternParameterPart Parameter, RoutePatternParameterPolicyReference Policy)> PoliciesOf(RoutePattern pattern) =>
        pattern.Parameters.SelectMany(parameter => parameter.ParameterPolicies.Select(policy => (parameter, policy)));

    private static bool IsKnown(RoutePatternParameterPart parameter, RoutePatternParameterPolicyReference policy)
    {
        try
        {
            return Policies.Create(parameter, policy) is not null;
        }
        catch (Exception unusable) when (unusable is RouteCreationException or InvalidOperationException)
        {
            return false;
        }
    }

    private static RoutePattern? Parse(string? route)
    {
        try
        {
            return route is null ? null : RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException)
        {
            return null;
        }
    }
}
