using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;
using Complaints.TestKit;

namespace Complaints.Shape.Tests;

/// <summary>A type that compiled code refers to, and the file the code was written in: no alias, using or template hides it.</summary>
internal sealed record CompiledUse(SourceFile File, Type Used);

/// <summary>What an assembly's own code refers to, read from its signatures, attributes and instructions; where it was written, from its symbols.</summary>
internal sealed partial class CompiledCode
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Guid TypeDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly Lazy<IReadOnlyList<CompiledCode>> Built = new(() =>
        [.. new[] { "Complaints.Domain", "Complaints.Storage", "Complaints.Functions", "complaints-verify" }.Select(name => Of(Assembly.Load(name)))]);

    private readonly Assembly _assembly;
    private readonly Dictionary<int, string> _paths;

    private CompiledCode(Assembly assembly, Dictionary<int, string> paths)
    {
        _assembly = assembly;
        _paths = paths;
    }

    /// <summary>Every reference in the rooms' projects.</summary>
    public static IEnumerable<CompiledUse> Rooms => Built.Value.SelectMany(code => code.Uses());

    /// <summary>The room folder a type of the projects was written in, or null for any other type.</summary>
    public static string? RoomFolderOf(Type type) =>
        Built.Value.FirstOrDefault(code => code._assembly == type.Assembly)?.PathOf(type) is { } path ? new SourceFile(path, "").RoomFolder : null;

    /// <summary>Reads an assembly; its symbols have to lie beside it.</summary>
    public static CompiledCode Of(Assembly assembly)
    {
        using var stream = File.OpenRead(Path.ChangeExtension(assembly.Location, ".pdb"));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(stream);
        return new CompiledCode(assembly, PathsIn(symbols.GetMetadataReader()));
    }

    /// <summary>The file a type was written in, from the repository's root; null for what a generator wrote.</summary>
    public string? PathOf(Type type) => PathInside(type) ?? (type.DeclaringType is { } outer ? PathOf(outer) : null);

    /// <summary>Every reference of every type that was written in the repository, once for each file.</summary>
    public IEnumerable<CompiledUse> Uses()
    {
        var uses =
            from type in _assembly.GetTypes()
            let path = PathOf(type)
            where path is not null
            from use in UsesOf(type)
            select (Path: PathOf(use.By) ?? path, Used: Outermost(use.Used));

        return uses.Distinct().Select(use => new CompiledUse(new SourceFile(use.Path, ""), use.Used));
    }

    // A type whose only methods are asynchronous has its lines in the types nested in it.
    private string? PathInside(Type type) => _paths.GetValueOrDefault(type.MetadataToken)
        ?? Members(type).Select(PathOf).Concat(type.GetNestedTypes(Declared).Select(PathInside)).FirstOrDefault(path => path is not null);

    private string? PathOf(MethodBase? method) => method is null ? null : _paths.GetValueOrDefault(method.MetadataToken);

    private static IEnumerable<(MethodBase? By, Type Used)> UsesOf(Type type)
    {
        var shape = new[] { type.BaseType }.OfType<Type>()
            .Concat(type.GetInterfaces())
            .Concat(type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()))
            .Concat(type.GetFields(Declared).Select(field => field.FieldType))
            .Concat(AttributesOf(type))
            .Concat(type.GetMembers(Declared).SelectMany(AttributesOf));

        return shape.Select(used => ((MethodBase?)null, used))
            .Concat(Members(type).SelectMany(method => UsesOf(method).Select(used => ((MethodBase?)method, used))))
            .SelectMany(use => Parts(use.Item2).Select(part => (use.Item1, part)));
    }

    private static IEnumerable<MethodBase> Members(Type type) => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared));

    private static IEnumerable<Type> UsesOf(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(method.GetParameters().SelectMany(parameter => AttributesOf(parameter.GetCustomAttributesData())))
            .Concat(method is MethodInfo returning ? [returning.ReturnType] : [])
            .Concat(method.IsGenericMethod ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : []);

        return method.GetMethodBody() is not { } body
            ? signature
            : signature.Concat(body.LocalVariables.Select(local => local.LocalType))
                .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!))
                .Concat(TokensIn(body.GetILAsByteArray()!).SelectMany(token => Named(method, token)));
    }

    private static IEnumerable<Type> Named(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null)!;

        return member switch
        {
            Type type => [type],
            MethodInfo { IsGenericMethod: true } called => [.. called.GetGenericArguments(), called.DeclaringType!],
            _ => [member.DeclaringType!],
        };
    }

    // The operands that name a member or a type; the rest of the instructions is passed over.
    private static IEnumerable<int> TokensIn(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;

            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(il, at);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> AttributesOf(MemberInfo member) => AttributesOf(member.GetCustomAttributesData());

    private static IEnumerable<Type> AttributesOf(IList<CustomAttributeData> attributes) => attributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
            .SelectMany(argument => argument.Value is Type named ? [named, argument.ArgumentType] : new[] { argument.ArgumentType })
            .Prepend(attribute.AttributeType));

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.IsGenericParameter ? [] : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    // By the token of the method, or of the type where it has no method with a line of its own.
    private static Dictionary<int, string> PathsIn(MetadataReader symbols)
    {
        var paths = new Dictionary<int, string>();

        foreach (var handle in symbols.MethodDebugInformation)
        {
            var points = symbols.GetMethodDebugInformation(handle).GetSequencePoints().Select(point => PathOf(symbols, point.Document));

            if (points.FirstOrDefault(path => path is not null) is { } path)
            {
                paths[MetadataTokens.GetToken(handle.ToDefinitionHandle())] = path;
            }
        }

        foreach (var information in symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation))
        {
            if (symbols.GetGuid(information.Kind) == TypeDocuments)
            {
                var document = MetadataTokens.DocumentHandle(symbols.GetBlobReader(information.Value).ReadCompressedInteger());

                if (PathOf(symbols, document) is { } path)
                {
                    paths[MetadataTokens.GetToken(information.Parent)] = path;
                }
            }
        }

        return paths;
    }

    private static string? PathOf(MetadataReader symbols, DocumentHandle document)
    {
        var path = Path.GetRelativePath(Repository.Root, symbols.GetString(symbols.GetDocument(document).Name)).Replace('\\', '/');
        path = FromRazor().Replace(path, "$1/$2.razor");
        return path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) || path.Contains("/obj/", StringComparison.Ordinal) ? null : path;
    }

    // A component without a statement of its own is known by the file the Razor generator wrote for it.
    [GeneratedRegex(@"^(.+?)/obj/.+RazorSourceGenerator/(.+)_razor\.g\.cs$")]
    private static partial Regex FromRazor();
}
