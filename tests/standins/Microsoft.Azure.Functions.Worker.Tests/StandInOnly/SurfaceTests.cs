using System.IO;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;

namespace WorkerContract.StandInOnly;

/// <summary>The stand-in's public surface beside the published one: less is allowed, other is not.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void Surface_EveryTypeAndMember_IsOneOfTheOriginal()
    {
        var official = Official().ToHashSet(StringComparer.Ordinal);
        var ours = Signatures.Of(typeof(FunctionsApplication).Assembly).ToList();

        Assert.All(ours, line => Assert.Contains(line, official));
    }

    [Fact]
    public void Defaults_OfAttributes_AreThoseOfTheOriginal()
    {
        var timer = new TimerTriggerAttribute("0 * * * * *");

        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute().AuthLevel);
        Assert.Equal(AuthorizationLevel.Function, new HttpTriggerAttribute("get", "post").AuthLevel);
        Assert.Null(new HttpTriggerAttribute(AuthorizationLevel.Anonymous).Methods);
        Assert.Null(new HttpTriggerAttribute().Route);
        Assert.True(timer.UseMonitor);
        Assert.False(timer.RunOnStartup);
    }

    [Theory]
    [InlineData(typeof(FunctionAttribute), AttributeTargets.Method)]
    [InlineData(typeof(HttpTriggerAttribute), AttributeTargets.Parameter)]
    [InlineData(typeof(TimerTriggerAttribute), AttributeTargets.Parameter)]
    public void Usage_OfAttributes_IsThatOfTheOriginal(Type attribute, AttributeTargets expected) => Assert.Equal(
        expected,
        attribute.GetCustomAttributes(typeof(AttributeUsageAttribute), inherit: true).Cast<AttributeUsageAttribute>().Single().ValidOn);

    [Fact]
    public void Assembly_Name_IsNotThatOfTheOriginal() =>
        Assert.Equal("Microsoft.Azure.Functions.Worker.StandIn", typeof(FunctionsApplication).Assembly.GetName().Name);

    private static IEnumerable<string> Official()
    {
        using var list = new StreamReader(typeof(SurfaceTests).Assembly.GetManifestResourceStream("official-signatures.txt")!);

        while (list.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
