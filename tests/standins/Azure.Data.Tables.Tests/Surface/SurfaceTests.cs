using System.IO;
using System.Reflection;
using Azure.Data.Tables;

namespace Complaints.StandIns.Tables.Tests.Surface;

/// <summary>What compiles against the stand-in compiles against the original: no type and no member that the original lacks.</summary>
public sealed class SurfaceTests
{
    public static TheoryData<string> Types { get; } = [.. typeof(TableClient).Assembly.GetExportedTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void StandIn_PublicMembers_AreAllOfTheOriginal(string name)
    {
        var type = typeof(TableClient).Assembly.GetType(name, throwOnError: true)!;

        var official = Official()[Signature.Of(type)];

        Assert.Empty(Signature.OfMembers(type).Except(official, StringComparer.Ordinal));
    }

    [Fact]
    public void StandIn_Assembly_SaysThatItIsOne() =>
        Assert.EndsWith(".StandIn", typeof(TableClient).Assembly.GetName().Name, StringComparison.Ordinal);

    /// <summary>The published signatures, one a line and indented, under a line that begins with the type's namespace and kind.</summary>
    private static Dictionary<string, HashSet<string>> Official()
    {
        using var text = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("official.txt")!);
        var types = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var members = new HashSet<string>(StringComparer.Ordinal);

        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith(' '))
            {
                members.Add(line.Trim());
            }
            else
            {
                members = new(StringComparer.Ordinal);
                types.Add(line.Split(" : ")[0], members);
            }
        }

        return types;
    }
}
