using System.IO;
using Stateless;

namespace Complaints.StandIns.Tests;

/// <summary>The stand-in shows what the published package shows, in part, and nothing else.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Surface_OfTheStandIn_IsThePublishedSubset()
    {
        var expected = Published().Order(StringComparer.Ordinal);
        var actual = Shown().Order(StringComparer.Ordinal);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Assembly_OfTheStandIn_HasNoFriends()
    {
        var assembly = typeof(StateMachine<,>).Assembly;

        Assert.Equal("Stateless.StandIn", assembly.GetName().Name);
        Assert.Empty(assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), inherit: false));
    }

    private static IEnumerable<string> Shown() =>
        typeof(StateMachine<,>).Assembly.GetExportedTypes().SelectMany(type =>
        {
            var header = $"{type.Namespace}: {SignatureText.Of(type)}";
            return SignatureText.MembersOf(type).Select(member => $"{header} / {member}").Prepend(header);
        });

    private static IEnumerable<string> Published()
    {
        using var stream = typeof(SurfaceTests).Assembly.GetManifestResourceStream("official-surface.txt")!;
        using var reader = new StreamReader(stream);
        var room = "";
        var header = "";

        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                room = line["namespace ".Length..];
            }
            else if (line.StartsWith(' '))
            {
                yield return $"{header} / {line.Trim()}";
            }
            else if (line.Length > 0)
            {
                yield return header = $"{room}: {line}";
            }
        }
    }
}
