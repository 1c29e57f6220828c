using Complaints.Domain.Rulebooks;

namespace Complaints.Domain.Lifecycle;

/// <summary>Where a proceeding stands: before which instance and how far. The state of the machine.</summary>
/// <param name="Instance">The instance that has it.</param>
/// <param name="Stage">How far it has come there; null names the instance as a whole.</param>
public readonly record struct Position(Instance Instance, Stage? Stage)
{
    /// <summary>A complaint that is written down and not yet filed.</summary>
    public static readonly Position Draft = new(Instance.Filing, Lifecycle.Stage.Draft);

    /// <summary>The instance as a whole: the superstate of its stages.</summary>
    public static Position Of(Instance instance) => new(instance, null);

    /// <inheritdoc/>
    public override string ToString() => Stage is { } stage ? $"{Instance}/{stage}" : Instance.ToString();
}
