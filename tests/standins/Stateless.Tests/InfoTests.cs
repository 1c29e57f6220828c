using Stateless;
using Stateless.Reflection;

namespace Complaints.StandIns.Tests;

public sealed class InfoTests
{
    private readonly StateMachine<State, Trigger> _machine = new(State.A);

    [Fact]
    public void GetInfo_Types_AreThoseOfTheMachine()
    {
        var info = _machine.GetInfo();

        Assert.Equal(typeof(State), info.StateType);
        Assert.Equal(typeof(Trigger), info.TriggerType);
    }

    [Fact]
    public void GetInfo_AfterAStep_KeepsTheInitialState()
    {
        _machine.Configure(State.A).Permit(Trigger.X, State.B);
        _machine.Fire(Trigger.X);

        Assert.Equal(State.A, _machine.GetInfo().InitialState.UnderlyingState);
    }

    [Fact]
    public void GetInfo_States_AreTheConfiguredOnesAndTheFixedDestinations()
    {
        _machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .PermitDynamic(Trigger.Y, () => State.D);

        Assert.Equal([State.A, State.B], _machine.GetInfo().States.Select(state => (State)state.UnderlyingState).Order());
    }

    [Fact]
    public void GetInfo_Substate_IsRelatedBothWays()
    {
        _machine.Configure(State.B).SubstateOf(State.A);
        _machine.Configure(State.C).SubstateOf(State.A);

        var parent = Find(State.A);

        Assert.Null(parent.Superstate);
        Assert.Equal(["B", "C"], parent.Substates.Select(state => state.ToString()));
        Assert.Same(Find(State.B, parent).Superstate, parent);
    }

    [Fact]
    public void GetInfo_FixedTransitions_HaveTriggerDestinationAndGuards()
    {
        _machine.Configure(State.A)
            .PermitIf(
                Trigger.X,
                State.B,
                Tuple.Create<Func<bool>, string>(() => true, "in.time"),
                Tuple.Create<Func<bool>, string>(() => true, "signed"))
            .PermitReentryIf(Trigger.Y, () => true, "again");

        var transitions = Find(State.A).FixedTransitions.ToList();

        Assert.Equal(["X -> B [in.time] [signed]", "Y -> A [again]"], transitions.Select(Text));
        Assert.Equal(Trigger.X, transitions[0].Trigger.UnderlyingTrigger);
    }

    [Fact]
    public void GetInfo_DynamicTransition_HasGuardsSelectorAndPossibleDestinations()
    {
        var possible = new DynamicStateInfos { { State.B, "near" } };
        _machine.Configure(State.A).PermitDynamicIf(Trigger.X, () => State.B, "nearest", () => true, "open", possible);

        var transition = Assert.Single(Find(State.A).DynamicTransitions);

        Assert.Equal("X", transition.Trigger.ToString());
        Assert.Equal("open", Assert.Single(transition.GuardConditionsMethodDescriptions).Description);
        Assert.Equal("nearest", transition.DestinationStateSelectorDescription.Description);
        Assert.Same(possible, transition.PossibleDestinationStates);
    }

    [Fact]
    public void GetInfo_IgnoredTriggers_HaveTheirGuards()
    {
        _machine.Configure(State.A)
            .Ignore(Trigger.X)
            .IgnoreIf(Trigger.Y, () => true, "late");

        var ignored = Find(State.A).IgnoredTriggers.ToList();

        Assert.Equal(["X", "Y"], ignored.Select(transition => transition.Trigger.ToString()));
        Assert.Empty(ignored[0].GuardConditionsMethodDescriptions);
        Assert.Equal("late", Assert.Single(ignored[1].GuardConditionsMethodDescriptions).Description);
    }

    [Fact]
    public void GetInfo_Transitions_AreTheFixedThenTheDynamic()
    {
        _machine.Configure(State.A)
            .PermitDynamic(Trigger.X, () => State.B)
            .Permit(Trigger.Y, State.B);

        Assert.Equal(["Y", "X"], Find(State.A).Transitions.Select(transition => transition.Trigger.ToString()));
    }

    [Fact]
    public void GetInfo_GuardWithoutDescription_IsCalledByItsMethod()
    {
        _machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, IsOpen)
            .PermitIf(Trigger.Y, State.B, () => true);

        var guards = Find(State.A).FixedTransitions.SelectMany(transition => transition.GuardConditionsMethodDescriptions).ToList();

        Assert.Equal("IsOpen", guards[0].MethodName);
        Assert.Equal(["IsOpen", InvocationInfo.DefaultFunctionDescription], guards.Select(guard => guard.Description));
    }

    private static bool IsOpen() => true;

    private static string Text(FixedTransitionInfo transition) =>
        $"{transition.Trigger} -> {transition.DestinationState}"
        + string.Concat(transition.GuardConditionsMethodDescriptions.Select(guard => $" [{guard.Description}]"));

    private static StateInfo Find(State state, StateInfo parent) =>
        parent.Substates.Single(info => info.UnderlyingState.Equals(state));

    private StateInfo Find(State state) =>
        _machine.GetInfo().States.Single(info => info.UnderlyingState.Equals(state));
}
