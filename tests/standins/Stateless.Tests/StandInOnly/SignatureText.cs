using System.Globalization;
using System.Reflection;

namespace Complaints.StandIns.Tests;

/// <summary>Writes types and members as their declarations read in C#, without attributes and nullability.</summary>
internal static class SignatureText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>The declaration of a type, without its members.</summary>
    public static string Of(Type type)
    {
        if (type.IsEnum)
        {
            return $"public enum {type.Name}";
        }

        var modifiers = type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed "
            : "";
        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var parent = type.BaseType == typeof(object) || type.BaseType == typeof(ValueType) || type.BaseType is null
            ? ""
            : $" : {Name(type.BaseType)}";
        var outer = type.DeclaringType is { } declaring ? $"{Name(declaring)}." : "";
        return $"public {modifiers}{kind} {outer}{Name(type)}{parent}";
    }

    /// <summary>The declarations of the members that a caller or an heir can reach.</summary>
    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>()
                .Select(value => $"{value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)},");
        }

        return type.GetConstructors(Declared).Where(IsReachable)
                .Select(made => $"{Access(made)}{type.Name.Split('`')[0]}({Parameters(made)});")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
                .Select(field => $"public {Name(field.FieldType)} {field.Name};"))
            .Concat(type.GetProperties(Declared)
                .Where(property => property.GetAccessors(nonPublic: true).Any(IsReachable))
                .Select(Property))
            .Concat(type.GetEvents(Declared).Select(happening => $"event {Name(happening.EventHandlerType!)} {happening.Name};"))
            .Concat(type.GetMethods(Declared).Where(method => IsReachable(method) && !method.IsSpecialName).Select(Method));
    }

    private static bool IsReachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "public " : "protected ";

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod!;
        var set = property.SetMethod switch
        {
            { } setter when setter.IsPublic => " set;",
            { } setter when IsReachable(setter) => " protected set;",
            _ => "",
        };
        return $"{Access(get)}{(get.IsStatic ? "static " : "")}{Name(property.PropertyType)} {property.Name} {{ get;{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        var modifier = method.IsStatic ? "static "
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : method.IsVirtual ? "virtual "
            : "";
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Access(method)}{modifier}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)});";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var modifier = parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : "";
        var fallback = !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue is { } value ? $" = {value}"
            : parameter.ParameterType.IsValueType ? " = default"
            : " = null";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        return $"{modifier}{Name(type)} {parameter.Name}{fallback}";
    }

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        // A nested type repeats the arguments of the type around it; its own come after them.
        var inherited = type is { IsNested: true, IsGenericParameter: false } ? type.DeclaringType!.GetGenericArguments().Length : 0;
        var own = type.GetGenericArguments().Skip(inherited).Select(Name).ToList();
        return type.Name.Split('`')[0] + (own.Count == 0 ? "" : $"<{string.Join(", ", own)}>");
    }
}
