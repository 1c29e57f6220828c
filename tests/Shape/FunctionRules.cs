using System.Reflection;
using System.Text.RegularExpressions;
using NCrontab;

namespace Complaints.Shape.Tests;

/// <summary>What the Functions host asks of a class with [Function] methods; attributes are told by name, so both modes are read alike.</summary>
internal static partial class FunctionRules
{
    private const BindingFlags Every = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Context = ["HttpRequest", "FunctionContext", "CancellationToken", "TimerInfo"];

    /// <summary>Every method with [Function] among the types.</summary>
    public static IEnumerable<MethodInfo> FunctionsOf(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetMethods(Every)).Where(method => Attribute(method, "FunctionAttribute") is not null);

    /// <summary>Every breach, one sentence each, beginning with the class and the method.</summary>
    public static IEnumerable<string> BreachesOf(IReadOnlyList<Type> types)
    {
        var functions = FunctionsOf(types).ToList();

        return functions.SelectMany(function => FaultsOf(function).Select(fault => $"{function.DeclaringType!.Name}.{function.Name}: {fault}."))
            .Concat(Repeated(functions, NamesOf, "name"))
            .Concat(Repeated(functions.Where(IsHttp), DoorsOf, "method and route"))
            .Concat(Repeated(functions.Where(IsElsewhere), _ => [("", RouteRules.Elsewhere)], "route"))
            .Concat(types.Where(AsksForTheAccessor).Select(type => $"{type.Name}: the IHttpContextAccessor it asks for is always empty."));
    }

    private static IEnumerable<string> FaultsOf(MethodInfo method) => FaultsOfClass(method.DeclaringType!)
        .Concat(FaultsOfMethod(method))
        .Concat(TriggerOf(method) is { } trigger ? FaultsOfTrigger(method, trigger) : ["has no trigger, or two"]);

    private static IEnumerable<string> FaultsOfClass(Type type)
    {
        if (type.IsNested)
        {
            yield return "a nested class is never found";
        }

        if (type is { IsAbstract: true, IsSealed: false })
        {
            yield return "a function on an abstract class answers 500";
        }

        if (type.IsGenericType)
        {
            yield return "a generic class is never made";
        }

        if (!type.Name.EndsWith("Function", StringComparison.Ordinal))
        {
            yield return "the class name does not end in Function";
        }

        if (type.GetMethods(Every).Count(method => method is { IsPublic: true, IsSpecialName: false }) != 1)
        {
            yield return "a function class has one public method";
        }
    }

    private static IEnumerable<string> FaultsOfMethod(MethodInfo method)
    {
        if (!method.IsPublic)
        {
            yield return "a function that is not public is silently absent";
        }

        if (method.IsGenericMethodDefinition)
        {
            yield return "a generic method is never called";
        }

        if (!FunctionName().IsMatch(NameOf(method)))
        {
            yield return $"{NameOf(method)} is no function name: a letter, then letters, digits, hyphens or underscores";
        }

        if (method.ReturnType == typeof(void))
        {
            yield return "a function returns IResult or a task, never void";
        }
    }

    private static IEnumerable<string> FaultsOfTrigger(MethodInfo method, CustomAttributeData trigger)
    {
        var isHttp = trigger.AttributeType.Name == "HttpTriggerAttribute";
        var route = isHttp ? Named(trigger, "Route") as string : null;
        string[] returns = isHttp ? ["IResult", "Task<IResult>"] : ["Task"];

        if (!returns.Contains(NameOf(method.ReturnType), StringComparer.Ordinal))
        {
            yield return $"returns {NameOf(method.ReturnType)}, not {string.Join(" or ", returns)}";
        }

        if (new NullabilityInfoContext().Create(method.ReturnParameter) is var returned
            && returned.GenericTypeArguments.Append(returned).Any(part => part.ReadState == NullabilityState.Nullable))
        {
            yield return "returns null for some calls, which is an empty 200";
        }

        foreach (var parameter in method.GetParameters().Where(parameter => !IsKnown(parameter, route)))
        {
            yield return $"the parameter {parameter.Name} is neither of the call's context nor named in the route";
        }

        if (isHttp)
        {
            foreach (var fault in RouteRules.FaultsOf(route).Concat(FaultsOfAccess(method, trigger)))
            {
                yield return fault;
            }
        }
        else if (!IsSchedule(trigger.ConstructorArguments[0].Value as string))
        {
            yield return $"{trigger.ConstructorArguments[0].Value} is no schedule: six fields, seconds first";
        }
    }

    private static bool IsSchedule(string? text) =>
        text is not null && CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is not null;

    private static IEnumerable<string> FaultsOfAccess(MethodInfo method, CustomAttributeData trigger)
    {
        if (Attribute(method, "AllowAttribute") is null)
        {
            yield return "does not say with [Allow] who may call it, so nobody may";
        }

        var level = trigger.ConstructorArguments.FirstOrDefault(argument => argument.ArgumentType.Name == "AuthorizationLevel");

        if (level.ArgumentType is null || Enum.GetName(level.ArgumentType, level.Value!) != "Anonymous")
        {
            yield return "the authorization level is not Anonymous: access is ours to decide, not the host's keys'";
        }

        if (MethodsOf(trigger).Count == 0)
        {
            yield return "names no HTTP method, which means all of them";
        }
    }

    private static bool IsKnown(ParameterInfo parameter, string? route) =>
        Context.Contains(parameter.ParameterType.Name, StringComparer.Ordinal)
        || (parameter.ParameterType == typeof(string) && RouteRules.ParametersOf(route).Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        || (parameter.ParameterType == typeof(int) && RouteRules.IsNumber(route, parameter.Name!));

    private static bool AsksForTheAccessor(Type type) => type.GetConstructors(Every)
        .SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType.Name == "IHttpContextAccessor");

    private static IEnumerable<string> Repeated(
        IEnumerable<MethodInfo> functions, Func<MethodInfo, IEnumerable<(string Key, string Shown)>> keysOf, string what) =>
        from pair in functions.SelectMany(function => keysOf(function).Select(key => (key.Key, key.Shown, function)))
        group pair by pair.Key.ToUpperInvariant() into same
        where same.Count() > 1
        select $"The {what} {same.First().Shown} is that of {string.Join(" and ", same.Select(pair => pair.function.DeclaringType!.Name))}.";

    private static IEnumerable<(string Key, string Shown)> NamesOf(MethodInfo function) => [(NameOf(function), NameOf(function))];

    private static IEnumerable<(string Key, string Shown)> DoorsOf(MethodInfo function) =>
        MethodsOf(TriggerOf(function)!).Select(method => ($"{method} {RouteRules.Essence(RouteOf(function))}", $"{method} {RouteOf(function)}"));

    private static bool IsHttp(MethodInfo function) => TriggerOf(function) is { AttributeType.Name: "HttpTriggerAttribute" };

    private static bool IsElsewhere(MethodInfo function) => IsHttp(function) && RouteOf(function) == RouteRules.Elsewhere;

    private static string? RouteOf(MethodInfo function) => Named(TriggerOf(function)!, "Route") as string;

    private static string NameOf(MethodInfo function) => (string)Attribute(function, "FunctionAttribute")!.ConstructorArguments[0].Value!;

    private static List<string> MethodsOf(CustomAttributeData trigger) => [.. trigger.ConstructorArguments
        .Select(argument => argument.Value).OfType<IReadOnlyCollection<CustomAttributeTypedArgument>>()
        .SelectMany(methods => methods).Select(method => (string)method.Value!)];

    private static CustomAttributeData? TriggerOf(MethodInfo method)
    {
        var triggers = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType.Name.EndsWith("TriggerAttribute", StringComparison.Ordinal)).ToList();

        return triggers.Count == 1 ? triggers[0] : null;
    }

    private static CustomAttributeData? Attribute(MethodInfo method, string name) =>
        method.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.Name == name);

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();
}
