using System.Globalization;

namespace Complaints.Benchmarks.Tests.Deadlines;

/// <summary>One deadline with all its readings, beside one date by NodaTime alone; in nanoseconds.</summary>
public sealed class DeadlineTests(ITestOutputHelper output)
{
    private const double MostTimes = 12;
    private const double MostNanoseconds = 10_000;

    [Fact]
    public void Count_EveryReadingOfAWorkedDeadline_TakesTwelveTimesOneDateAtMost()
    {
        var pace = Pace.Of<DeadlineBenchmark>();
        var figures = DeadlineBenchmark.Ids
            .Select(id => (Id: id, Ours: pace[(nameof(DeadlineBenchmark.EveryReading), id)], Bare: pace[(nameof(DeadlineBenchmark.OneDateByNodaTime), id)]))
            .OrderBy(each => each.Ours / each.Bare)
            .ToArray();

        foreach (var (id, ours, bare) in figures)
        {
            Tell($"{id}: {ours:0} ns, one date {bare:0} ns, {ours / bare:0.0} times");
        }

        var (_, middleOurs, middleBare) = figures[figures.Length / 2];
        Tell($"Median of {figures.Length}: {middleOurs / middleBare:0.0} times; slowest {figures.Max(each => each.Ours):0} ns.");
        Assert.All(figures, each => Assert.True(each is { Ours: > 0, Bare: > 0 }, each.Id));

        if (Pace.IsMeasured)
        {
            Assert.All(figures, each => Assert.InRange(each.Ours, 0, MostNanoseconds));
            Assert.InRange(middleOurs / middleBare, 0, MostTimes);
        }
    }

    private void Tell(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
