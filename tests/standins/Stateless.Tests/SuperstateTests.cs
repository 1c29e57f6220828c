using Stateless;

namespace Complaints.StandIns.Tests;

public sealed class SuperstateTests
{
    private readonly StateMachine<State, Trigger> _machine = new(State.B);

    public SuperstateTests() => _machine.Configure(State.B).SubstateOf(State.A);

    [Fact]
    public void IsInState_Substate_IsInItselfAndItsSuperstatesOnly()
    {
        _machine.Configure(State.A).SubstateOf(State.D);

        Assert.True(_machine.IsInState(State.B));
        Assert.True(_machine.IsInState(State.A));
        Assert.True(_machine.IsInState(State.D));
        Assert.False(_machine.IsInState(State.C));
    }

    [Fact]
    public void IsInState_Superstate_IsNotInItsSubstate()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.B).SubstateOf(State.A);

        Assert.False(machine.IsInState(State.B));
    }

    [Fact]
    public void Fire_TriggerOfTheSuperstate_IsInherited()
    {
        _machine.Configure(State.A).Permit(Trigger.X, State.C);

        Assert.True(_machine.CanFire(Trigger.X, out var unmet));
        _machine.Fire(Trigger.X);

        Assert.Equal([], unmet!);
        Assert.Equal(State.C, _machine.State);
    }

    [Fact]
    public void Fire_TriggerOfBoth_TakesTheSubstates()
    {
        _machine.Configure(State.A).Permit(Trigger.X, State.C);
        _machine.Configure(State.B).Permit(Trigger.X, State.D);

        _machine.Fire(Trigger.X);

        Assert.Equal(State.D, _machine.State);
    }

    [Fact]
    public void Fire_SubstatesGuardNotMet_TakesTheSuperstates()
    {
        _machine.Configure(State.A).Permit(Trigger.X, State.C);
        _machine.Configure(State.B).PermitIf(Trigger.X, State.D, () => false, "closed");

        Assert.True(_machine.CanFire(Trigger.X, out var unmet));
        _machine.Fire(Trigger.X);

        Assert.Equal([], unmet!);
        Assert.Equal(State.C, _machine.State);
    }

    [Fact]
    public void CanFire_OnlyTheSubstateKnowsTheTrigger_GivesItsUnmetGuards()
    {
        _machine.Configure(State.A).Permit(Trigger.Y, State.C);
        _machine.Configure(State.B).PermitIf(Trigger.X, State.D, () => false, "sub");

        Assert.False(_machine.CanFire(Trigger.X, out var unmet));
        Assert.Equal(["sub"], unmet!);
    }

    [Fact]
    public void CanFire_NeitherLevelMet_GivesTheSuperstatesUnmetGuards()
    {
        _machine.Configure(State.A).PermitIf(Trigger.X, State.C, () => false, "super");
        _machine.Configure(State.B).PermitIf(Trigger.X, State.D, () => false, "sub");

        Assert.False(_machine.CanFire(Trigger.X, out var unmet));
        Assert.Contains("super", unmet!);
    }

    [Fact]
    public void Fire_GuardsOfTheSuperstateNotMet_ThrowsWithTheirDescriptions()
    {
        _machine.Configure(State.A).PermitIf(Trigger.X, State.C, () => false, "super");

        var thrown = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Trigger.X));

        Assert.Contains("super", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("'B'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fire_SuperstateLeadsToTheCurrentSubstate_StaysAndWritesNothing()
    {
        var written = 0;
        var machine = new StateMachine<State, Trigger>(() => State.B, _ => written++);
        machine.Configure(State.B).SubstateOf(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        Assert.True(machine.CanFire(Trigger.X));
        machine.Fire(Trigger.X);

        Assert.Equal(0, written);
    }

    [Fact]
    public void Fire_ReentryOfTheSuperstate_MovesToTheSuperstate()
    {
        _machine.Configure(State.A).PermitReentry(Trigger.X);

        _machine.Fire(Trigger.X);

        Assert.Equal(State.A, _machine.State);
    }

    [Fact]
    public void Fire_IgnoredInTheSuperstate_StaysInTheSubstate()
    {
        _machine.Configure(State.A).Ignore(Trigger.X);

        _machine.Fire(Trigger.X);

        Assert.Equal(State.B, _machine.State);
    }

    [Fact]
    public void Fire_TwoPermittedInTheSuperstate_Throws()
    {
        _machine.Configure(State.A)
            .Permit(Trigger.X, State.C)
            .Permit(Trigger.X, State.D);

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(Trigger.X));
    }
}
