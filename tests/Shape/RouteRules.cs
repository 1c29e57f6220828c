using System.Text.RegularExpressions;

namespace Complaints.Shape.Tests;

/// <summary>What a route template may look like so that the Functions host and the worker read it alike.</summary>
internal static partial class RouteRules
{
    /// <summary>The one template that matches the start page and nothing else.</summary>
    public const string Home = "{root:length(0)?}";

    private static readonly HashSet<string> Constraints = new(StringComparer.Ordinal)
    {
        "int", "bool", "datetime", "decimal", "double", "float", "guid", "long", "minlength", "maxlength", "length", "min", "max", "range", "alpha",
        "regex", "required",
    };

    /// <summary>Everything wrong with a template, one clause each.</summary>
    public static IEnumerable<string> FaultsOf(string? route)
    {
        if (string.IsNullOrEmpty(route))
        {
            yield return $"has no route; the start page is {Home}";
            yield break;
        }

        if (route.StartsWith('/'))
        {
            yield return $"the route {route} begins with a slash, which breaks every route of the program";
        }

        if (Reserved().IsMatch(route))
        {
            yield return $"the route {route} begins with letters that the Functions host keeps for itself";
        }

        if (OptionalAlone().IsMatch(route) && route != Home)
        {
            yield return $"the route {route} matches more than the start page; that is {Home}";
        }

        foreach (var unknown in ConstraintsOf(route).Where(name => !Constraints.Contains(name)))
        {
            yield return $"the route {route} has the constraint {unknown}, which the worker does not know: every request would answer 500";
        }
    }

    /// <summary>The names of a template's parameters.</summary>
    public static IEnumerable<string> ParametersOf(string? route) => Parameters().Matches(route ?? "").Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> ConstraintsOf(string route) =>
        Parameters().Matches(route).SelectMany(match => match.Groups["constraint"].Captures.Select(capture => capture.Value));

    [GeneratedRegex("^(?:admin|runtime)", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"^\{[^*{}][^{}]*\?\}$")]
    private static partial Regex OptionalAlone();

    // {name}, {*name}, {name?}, {name=default}, {name:constraint(with (nested) brackets):other?}
    [GeneratedRegex(
        @"(?<!\{)\{\*{0,2}(?<name>\w+)(?::(?<constraint>\w+)(?:\((?>[^()]+|\((?<deep>)|\)(?<-deep>))*(?(deep)(?!))\))?)*(?:=[^}]*)?\??\}")]
    private static partial Regex Parameters();
}
