using System.Globalization;

namespace Complaints.Benchmarks.Tests.Lifecycle;

/// <summary>What an answer of the lifecycle machine takes; in nanoseconds.</summary>
public sealed class LifecycleTests(ITestOutputHelper output)
{
    private const double MostNanoseconds = 50_000;

    [Fact]
    public void Take_AtAnyStage_AnswersWithinFiftyMicroseconds()
    {
        foreach (var ((method, stage), nanoseconds) in Pace.Of<LifecycleBenchmark>())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{method} at {stage}: {nanoseconds / 1_000:0.0} microseconds"));
            Assert.InRange(nanoseconds, 1, Pace.IsMeasured ? MostNanoseconds : double.MaxValue);
        }
    }
}
