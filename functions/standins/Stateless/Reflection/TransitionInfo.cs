using System.Diagnostics.CodeAnalysis;

namespace Stateless.Reflection;

/// <summary>One trigger of one state as data.</summary>
public abstract class TransitionInfo
{
    /// <summary>The guards that must hold; empty when there is none.</summary>
    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "A field in the original.")]
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions;

    private protected TransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = trigger;
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; protected set; }
}

/// <summary>A transition with a known destination.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards, StateInfo destinationState)
        : base(trigger, guards) => DestinationState = destinationState;

    /// <summary>The state it leads to.</summary>
    public StateInfo DestinationState { get; private set; }
}

/// <summary>A transition whose destination a function names.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(
        TriggerInfo trigger, IEnumerable<InvocationInfo> guards, InvocationInfo selector, DynamicStateInfos? possibleStates)
        : base(trigger, guards)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possibleStates;
    }

    /// <summary>The function that names the destination.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; private set; }

    /// <summary>The destinations it may name; null when not said.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; private set; }
}

/// <summary>A trigger that is accepted and ignored.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(TriggerInfo trigger, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards)
    {
    }
}

/// <summary>A trigger as data.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object underlyingTrigger) => UnderlyingTrigger = underlyingTrigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>The trigger's own text.</summary>
    public override string ToString() => UnderlyingTrigger.ToString() ?? "<null>";
}
