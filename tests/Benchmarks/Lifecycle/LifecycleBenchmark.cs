using BenchmarkDotNet.Attributes;
using Complaints.Domain;
using Complaints.Domain.Lifecycle;
using Complaints.Domain.Rulebooks;

namespace Complaints.Benchmarks.Tests.Lifecycle;

/// <summary>What the machine is asked: whether one step is open, and which steps are, at each stage before a commission.</summary>
public class LifecycleBenchmark
{
    private LifecycleFacts facts = null!;
    private Position position;

    /// <summary>The stages a proceeding can be at.</summary>
    public static IEnumerable<Stage> Stages => Pace.IsMeasured
        ? Enum.GetValues<Stage>().Where(each => each is not Stage.Draft)
        : [Stage.Lodged];

    /// <summary>Where the proceeding stands.</summary>
    [ParamsSource(nameof(Stages))]
    public Stage Stage { get; set; }

    [GlobalSetup]
    public void Read()
    {
        var law = ShippedLaw.Rulebooks["KZ-2020"];
        facts = new LifecycleFacts { Routes = Routes.From(law, law.FindForum("TEC")!, [], []) };
        position = new Position(Instance.Commission, Stage);
    }

    [Benchmark]
    public Result<Position> OneAnswer() => ProceedingMachine.Take(ProceduralStep.Decide, position, facts);

    [Benchmark]
    public IReadOnlyList<ProceduralStep> EveryOpenStep() => ProceedingMachine.Open(position, facts);
}
