namespace Stateless.Reflection;

/// <summary>One state of a machine as data.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState, IEnumerable<IgnoredTransitionInfo> ignoredTriggers)
    {
        UnderlyingState = underlyingState;
        IgnoredTriggers = ignoredTriggers;
    }

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The states placed directly under it.</summary>
    public IEnumerable<StateInfo> Substates { get; private set; } = null!;

    /// <summary>The state it is placed under; null at the top.</summary>
    public StateInfo? Superstate { get; private set; }

    /// <summary>Every transition that leaves it: the fixed ones, then the dynamic ones.</summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions?.Concat<TransitionInfo>(DynamicTransitions)!;

    /// <summary>The transitions with a known destination, reentries included.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; private set; } = null!;

    /// <summary>The transitions whose destination a function names.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; private set; } = null!;

    /// <summary>The triggers it accepts and ignores.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; private set; }

    /// <summary>The state's own text.</summary>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";

    internal void Relate(
        StateInfo? superstate,
        IEnumerable<StateInfo> substates,
        IEnumerable<FixedTransitionInfo> fixedTransitions,
        IEnumerable<DynamicTransitionInfo> dynamicTransitions)
    {
        Superstate = superstate;
        Substates = substates;
        FixedTransitions = fixedTransitions;
        DynamicTransitions = dynamicTransitions;
    }
}
