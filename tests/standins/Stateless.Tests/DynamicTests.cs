using Stateless;
using Stateless.Reflection;

namespace Complaints.StandIns.Tests;

public sealed class DynamicTests
{
    private static readonly DynamicStateInfos Possible = new() { { State.B, "near" }, { "C", "far" } };

    private readonly StateMachine<State, Trigger> _machine = new(State.A);
    private State _chosen = State.B;

    [Fact]
    public void Fire_Dynamic_AsksForTheDestinationWhenFired()
    {
        _machine.Configure(State.A).PermitDynamic(Trigger.X, () => _chosen);
        _chosen = State.C;

        _machine.Fire(Trigger.X);

        Assert.Equal(State.C, _machine.State);
    }

    [Fact]
    public void CanFire_Dynamic_DoesNotAskForTheDestination()
    {
        var asked = 0;
        _machine.Configure(State.A).PermitDynamicIf(
            Trigger.X,
            () =>
            {
                asked++;
                return State.B;
            },
            () => true);

        Assert.True(_machine.CanFire(Trigger.X));
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Fire_DynamicToTheSameState_IsPermitted()
    {
        _machine.Configure(State.A).PermitDynamic(Trigger.X, () => State.A);

        _machine.Fire(Trigger.X);

        Assert.Equal(State.A, _machine.State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PermitDynamicIf_EveryForm_ObeysItsGuard(bool holds)
    {
        var tuple = Tuple.Create<Func<bool>, string>(() => holds, "open");
        Action<StateMachine<State, Trigger>.StateConfiguration>[] forms =
        [
            state => state.PermitDynamicIf(Trigger.X, () => State.B, () => holds, "open", Possible),
            state => state.PermitDynamicIf(Trigger.X, () => State.B, "nearest", () => holds, "open", Possible),
            state => state.PermitDynamicIf(Trigger.X, () => State.B, Possible, tuple),
            state => state.PermitDynamicIf(Trigger.X, () => State.B, "nearest", Possible, tuple),
        ];

        foreach (var form in forms)
        {
            var machine = new StateMachine<State, Trigger>(State.A);
            form(machine.Configure(State.A));

            Assert.Equal(holds, machine.CanFire(Trigger.X, out var unmet));
            Assert.Equal(holds ? [] : ["open"], unmet!);
        }
    }

    [Fact]
    public void PermitDynamicIf_WithoutGuards_IsPermitted()
    {
        _machine.Configure(State.A).PermitDynamicIf(Trigger.X, () => State.B, Possible);

        _machine.Fire(Trigger.X);

        Assert.Equal(State.B, _machine.State);
    }

    [Fact]
    public void Fire_DynamicOfTheSuperstate_IsInherited()
    {
        var machine = new StateMachine<State, Trigger>(State.B);
        machine.Configure(State.B).SubstateOf(State.A);
        machine.Configure(State.A).PermitDynamic(Trigger.X, () => State.C);

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void DynamicStateInfos_Add_KeepsTextAndCriterion()
    {
        Assert.Equal(["B", "C"], Possible.Select(info => info.DestinationState));
        Assert.Equal(["near", "far"], Possible.Select(info => info.Criterion));
    }
}
