using System.CodeDom.Compiler;
using System.Reflection;

namespace Complaints.Shape.Tests;

public sealed class SealingTests
{
    [Theory]
    [InlineData("Complaints.Domain")]
    [InlineData("Complaints.Storage")]
    [InlineData("Complaints.Functions")]
    [InlineData("complaints-verify")]
    public void Assembly_AsItIsBuilt_HasNoOpenClass(string assembly) => Expect.NoBreach(SealingRules.BreachesOf(Assembly.Load(assembly).GetTypes()));

    [Fact]
    public void Breaches_OpenClassesAndRecords_NamesThem() => Assert.Equal(
        ["OpenClass", "OpenRecord"],
        SealingRules.BreachesOf(typeof(SealingTests).GetNestedTypes(BindingFlags.NonPublic)).Select(line => line.Split(' ')[0].Split('+')[1]).Order());

#pragma warning disable CA1852, CA1812, MA0053 // the open ones are the sample
    private class OpenClass;

    private record OpenRecord;

    [GeneratedCode("a generator", "1.0")]
    private class Generated;

    private sealed class ClosedClass;

    private sealed record ClosedRecord;

    private abstract class Root;

    private static class Only;

    private record struct Value(int Number);
#pragma warning restore CA1852, CA1812, MA0053
}
