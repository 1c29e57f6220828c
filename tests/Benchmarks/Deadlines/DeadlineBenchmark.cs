using BenchmarkDotNet.Attributes;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using Complaints.Domain.Tests.Deadlines;
using NodaTime;

namespace Complaints.Benchmarks.Tests.Deadlines;

/// <summary>A worked deadline with all its readings, beside what NodaTime alone takes to add ten days to a moment and find the midnight after.</summary>
public class DeadlineBenchmark
{
    private Rulebook rulebook = null!;
    private LimitFacts facts = null!;

    /// <summary>The worked deadlines, by their number; some of them where nothing is measured.</summary>
    public static IEnumerable<string> Ids => Pace.IsMeasured ? Examples.Ids : ["E01", "E18", "E41"];

    /// <summary>Which worked deadline.</summary>
    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        var ask = Examples.Find(Id).GetProperty("ask");
        rulebook = ShippedLaw.Rulebooks[Examples.Text(ask, "rulebook")!];
        facts = Examples.FactsOf(ask);
    }

    [Benchmark]
    public Deadline EveryReading() => Counting.Count(rulebook, facts).IsAllowed(out var deadline) ? deadline : throw new InvalidOperationException(Id);

    [Benchmark(Baseline = true)]
    public Instant OneDateByNodaTime() =>
        facts.CountedFrom.InZone(facts.ForumZone).Date.PlusDays(11).AtStartOfDayInZone(facts.ForumZone).ToInstant();
}
