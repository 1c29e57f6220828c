namespace Stateless.Reflection;

/// <summary>A machine's configuration as data.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, Type stateType, Type triggerType, StateInfo initialState)
    {
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = initialState;
    }

    /// <summary>The state the machine was built with, by name only: its transitions are under <see cref="States"/>.</summary>
    public StateInfo InitialState { get; }

    /// <summary>Every state, in the order it was first configured, then those only led to.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; private set; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; private set; }
}
