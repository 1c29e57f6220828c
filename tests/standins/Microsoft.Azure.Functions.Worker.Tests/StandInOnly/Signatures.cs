using System.Reflection;

namespace WorkerContract.StandInOnly;

/// <summary>Writes the public surface of an assembly, one line for each type and each member.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(OfType);

    private static IEnumerable<string> OfType(Type type)
    {
        yield return $"{Kind(type)} {type.FullName}{Parents(type)}";

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{type.Name} {Method(type.GetMethod("Invoke")!)}";
            yield break;
        }

        foreach (var member in type.GetMembers(Declared).Select(Member).Where(line => line is not null).Order(StringComparer.Ordinal))
        {
            yield return $"{type.Name} {member}";
        }
    }

    private static string? Member(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true, IsLiteral: true } value => $"{value.Name} = {value.GetRawConstantValue()}",
        ConstructorInfo { IsStatic: false } constructor when IsOpen(constructor) => $"new({Parameters(constructor)})",
        PropertyInfo property when property.GetMethod is { } get && IsOpen(get) =>
            $"{property.PropertyType} {property.Name} {{ get; {(property.SetMethod is { } set && IsOpen(set) ? "set; " : "")}}}{Modifier(get)}",
        MethodInfo { IsSpecialName: false } method when IsOpen(method) => Method(method),
        _ => null,
    };

    private static string Method(MethodInfo method) =>
        $"{method.ReturnType} {method.Name}{(method.IsGenericMethod ? $"`{method.GetGenericArguments().Length}" : "")}({Parameters(method)}){Modifier(method)}";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")}{parameter.ParameterType} {parameter.Name}{(parameter.HasDefaultValue ? " = default" : "")}"));

    private static string Modifier(MethodInfo method) => method switch
    {
        { IsStatic: true } => " static",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => " abstract",
        { IsVirtual: true, IsFinal: false } => " virtual",
        _ => "",
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed);

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parents(Type type)
    {
        var parents = type.GetInterfaces().Where(parent => type.BaseType?.GetInterfaces().Contains(parent) != true)
            .Except(type.GetInterfaces().SelectMany(parent => parent.GetInterfaces()))
            .Select(parent => parent.ToString())
            .Order(StringComparer.Ordinal);

        var all = type.IsEnum || typeof(Delegate).IsAssignableFrom(type) ? []
            : type.BaseType is { } parent && parent != typeof(object) ? parents.Prepend(parent.ToString()) : parents;

        return string.Join(", ", all) is { Length: > 0 } names ? $" : {names}" : "";
    }
}
