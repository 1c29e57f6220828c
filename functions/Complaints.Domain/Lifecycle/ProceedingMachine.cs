using Stateless;

namespace Complaints.Domain.Lifecycle;

/// <summary>The one machine, built for a position, asked once and thrown away. It decides and never acts.</summary>
public static class ProceedingMachine
{
    private static readonly ProceduralStep[] Steps = Enum.GetValues<ProceduralStep>();

    /// <summary>Where a step leads: the new stage, or the opening position of the proceeding a crossing step opens.</summary>
    public static Result<Position> Take(ProceduralStep step, Position from, LifecycleFacts facts)
    {
        var machine = Map(from, facts);

        if (machine.CanFire(step, out var unmet))
        {
            machine.Fire(step);
            return machine.State;
        }

        return unmet is { Count: > 0 }
            ? unmet.Select(code => Reasons.Refuse(code, step)).ToArray()
            : NotOpen(step, from, facts);
    }

    /// <summary>The steps that are open at a position. Those of timers are never offered to people.</summary>
    public static IReadOnlyList<ProceduralStep> Open(Position from, LifecycleFacts facts)
    {
        var machine = Map(from, facts);
        return [.. Steps.Where(step => !step.IsTimers() && machine.CanFire(step))];
    }

    /// <summary>Whether only a timer may take the step.</summary>
    public static bool IsTimers(this ProceduralStep step) => step is ProceduralStep.LimitPassed or ProceduralStep.BecomeFinal;

    /// <summary>Whether the step opens a proceeding before another forum.</summary>
    public static bool Crosses(this ProceduralStep step) => step is
        ProceduralStep.Lodge or ProceduralStep.Appeal or ProceduralStep.EscalateSilence or ProceduralStep.Relodge
        or ProceduralStep.SeizeCourt or ProceduralStep.Forward or ProceduralStep.Remit;

    private static StateMachine<Position, ProceduralStep> Map(Position from, LifecycleFacts facts)
    {
        var machine = new StateMachine<Position, ProceduralStep>(from);
        new StageMap(machine, from, facts).Configure();
        return machine;
    }

    private static Refusal NotOpen(ProceduralStep step, Position from, LifecycleFacts facts)
    {
        var open = Open(from, facts);
        var instead = open.Count == 0 ? "Nothing is open." : $"Open instead: {string.Join(", ", open)}.";
        return new Refusal("step.not-open", $"A proceeding at {from} is not open to {step}. {instead}", Field: "step");
    }
}
