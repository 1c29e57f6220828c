using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace Complaints.StandIns.Tests;

public sealed class MermaidTests
{
    [Fact]
    public void Format_NothingConfigured_DrawsTheInitialState() =>
        Assert.Equal(["stateDiagram-v2", "[*] --> A"], Lines(new StateMachine<State, Trigger>(State.A)));

    [Fact]
    public void Format_Transitions_AreDrawnWithTheirGuards()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .PermitIf(Trigger.Y, State.C, () => true, "in.time")
            .PermitReentry(Trigger.Z);

        Assert.Equal(
            ["stateDiagram-v2", "\tA --> B : X", "\tA --> C : Y [in.time]", "\tA --> A : Z", "[*] --> A"],
            Lines(machine));
    }

    [Fact]
    public void Format_IgnoredTrigger_IsDrawnAfterTheTransitions()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Ignore(Trigger.Y)
            .Permit(Trigger.X, State.B);

        Assert.Equal(["stateDiagram-v2", "\tA --> B : X", "\tA --> A : Y", "[*] --> A"], Lines(machine));
    }

    [Theory]
    [InlineData(MermaidGraphDirection.LeftToRight, "LR")]
    [InlineData(MermaidGraphDirection.RightToLeft, "RL")]
    [InlineData(MermaidGraphDirection.TopToBottom, "TB")]
    [InlineData(MermaidGraphDirection.BottomToTop, "BT")]
    public void Format_Direction_IsSaidFirst(MermaidGraphDirection direction, string code) =>
        Assert.Equal($"\tdirection {code}", Lines(new StateMachine<State, Trigger>(State.A), direction)[1]);

    [Fact]
    public void Format_Superstate_HoldsItsSubstates()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .Permit(Trigger.Y, State.C);
        machine.Configure(State.B).SubstateOf(State.D);
        machine.Configure(State.C).SubstateOf(State.D);

        Assert.Equal(
            ["stateDiagram-v2", "\tstate D {", "\t\tB", "\t\tC", "\t}", "\tA --> B : X", "\tA --> C : Y", "[*] --> A"],
            Lines(machine));
    }

    [Fact]
    public void Format_DynamicTransition_IsAChoiceAmongTheKnownDestinations()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitDynamicIf(
            Trigger.X, () => State.B, () => true, "open", new DynamicStateInfos { { State.B, "near" }, { State.D, "never configured" } });
        machine.Configure(State.B);

        Assert.Equal(
            [
                "stateDiagram-v2",
                "\tstate Decision1 <<choice>>",
                "\tA --> Decision1 : X [open]",
                "\tDecision1 --> B : X [near]",
                "[*] --> A",
            ],
            Lines(machine));
    }

    [Fact]
    public void Format_NamesWithSpaces_GetNamesWithout()
    {
        var machine = new StateMachine<string, Trigger>("A A");
        machine.Configure("A A").Permit(Trigger.X, "B");
        machine.Configure("A  A").Permit(Trigger.X, "B");

        Assert.Equal(
            ["stateDiagram-v2", "\tAA : A A", "\tAA_1 : A  A", "\tAA --> B : X", "\tAA_1 --> B : X", "[*] --> AA"],
            Lines(machine));
    }

    private static string[] Lines<TState>(StateMachine<TState, Trigger> machine, MermaidGraphDirection? direction = null)
        where TState : notnull =>
        MermaidGraph.Format(machine.GetInfo(), direction).ReplaceLineEndings("\n").Split('\n');
}
