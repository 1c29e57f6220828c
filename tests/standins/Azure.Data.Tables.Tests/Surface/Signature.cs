using System.Reflection;

namespace Complaints.StandIns.Tables.Tests.Surface;

/// <summary>Writes types and members the way their published signatures are written.</summary>
internal static class Signature
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double",
        [typeof(string)] = "string", [typeof(object)] = "object", [typeof(byte)] = "byte",
    };

    public static string Of(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.IsSealed ? "sealed class" : "class";
        return $"{type.Namespace}: public {kind} {(type.IsNested ? $"{type.DeclaringType!.Name}." : "")}{type.Name}";
    }

    public static IEnumerable<string> OfMembers(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Select(value => $"{value} = {(int)value},");
        }

        var constructors = type.GetConstructors(Declared).Where(IsOpen)
            .Select(constructor => $"{Access(constructor)} {type.Name}({Parameters(constructor)});");
        var methods = type.GetMethods(Declared).Where(IsOpen)
            .Where(method => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsCommon(method))
            .Select(Of);
        return [.. constructors, .. type.GetProperties(Declared).Where(property => IsOpen(property.GetMethod!)).Select(Of), .. methods];
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCommon(MethodInfo method) =>
        method.Name == nameof(GetHashCode) || (method.Name == nameof(Equals) && method.GetParameters()[0].ParameterType == typeof(object));

    private static string Of(PropertyInfo property)
    {
        var get = property.GetMethod!;
        var set = property.SetMethod is null ? "" : IsOpen(property.SetMethod) ? " set;" : " /*private set*/";
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        var access = property.DeclaringType!.IsInterface ? "" : $"{Access(get)} ";
        return $"{access}{Name(property.PropertyType)} {name} {{ get;{set} }}";
    }

    private static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{Access(method)} {Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)}){Constraints(method)};";
    }

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "public" : "protected";
        var isOverride = method is MethodInfo info && info.GetBaseDefinition() != info;
        return method.IsStatic ? $"{access} static"
            : isOverride ? $"{access} override"
            : method.IsVirtual && !method.IsFinal ? $"{access} virtual"
            : access;
    }

    private static string Constraints(MethodInfo method) => string.Concat(
        from argument in method.IsGenericMethod ? method.GetGenericArguments() : []
        let isClass = argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
        let names = argument.GetGenericParameterConstraints().Select(Name).Prepend(isClass ? "class" : "").Where(name => name.Length > 0)
        where names.Any()
        select $" where {argument.Name} : {string.Join(", ", names)}");

    private static string Parameters(MethodBase method) => Parameters(method.GetParameters());

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
        {
            return "";
        }

        var type = parameter.ParameterType;
        return type.IsEnum ? $" = {type.Name}.{Enum.ToObject(type, parameter.DefaultValue!)}" : type.IsValueType ? " = default" : " = null";
    }

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return Name(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsGenericType)
        {
            return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        }

        return Keywords.TryGetValue(type, out var keyword) ? keyword
            : type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}.{type.Name}"
            : type.Name;
    }
}
