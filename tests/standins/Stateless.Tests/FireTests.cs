using Stateless;

namespace Complaints.StandIns.Tests;

public sealed class FireTests
{
    [Fact]
    public void Fire_PermittedTrigger_MovesToTheDestination()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void Fire_StateKeptElsewhere_IsReadAndWrittenThereOnce()
    {
        var kept = State.A;
        var written = new List<State>();
        var machine = new StateMachine<State, Trigger>(() => kept, state => written.Add(kept = state));
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal([State.B], written);
        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void Constructor_NoAccessorOrMutator_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new StateMachine<State, Trigger>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => new StateMachine<State, Trigger>(() => State.A, null!));
    }

    [Fact]
    public void Fire_TriggerNotConfigured_ThrowsAndStays()
    {
        var machine = new StateMachine<State, Trigger>(State.A);

        var thrown = Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));

        Assert.Contains("'A'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("'X'", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Fire_GuardsNotMet_ThrowsWithTheirDescriptionsAndStays()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitIf(
            Trigger.X,
            State.B,
            Tuple.Create<Func<bool>, string>(() => false, "too.late"),
            Tuple.Create<Func<bool>, string>(() => true, "no.standing"),
            Tuple.Create<Func<bool>, string>(() => false, "not.signed"));

        var thrown = Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));

        Assert.Contains("too.late, not.signed", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("no.standing", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Fire_OneOfTwoGuardsHolds_TakesThatTransition()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false)
            .PermitIf(Trigger.X, State.C, () => true);

        machine.Fire(Trigger.X);

        Assert.Equal(State.C, machine.State);
    }

    [Fact]
    public void Fire_TwoPermitted_ThrowsAndStays()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .PermitIf(Trigger.X, State.C, () => true);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.X));
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Fire_GuardThatHolds_IsAskedOnce()
    {
        var asked = 0;
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitIf(Trigger.X, State.B, () => ++asked > 0);

        machine.Fire(Trigger.X);

        Assert.Equal(1, asked);
    }

    [Fact]
    public void Fire_PermitIfWithoutGuards_IsPermitted()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitIf(Trigger.X, State.B);

        machine.Fire(Trigger.X);

        Assert.Equal(State.B, machine.State);
    }

    [Fact]
    public void Fire_IgnoredTrigger_StaysAndWritesNothing()
    {
        var written = 0;
        var machine = new StateMachine<State, Trigger>(() => State.A, _ => written++);
        machine.Configure(State.A)
            .Ignore(Trigger.X)
            .IgnoreIf(Trigger.Y, () => true, "open")
            .IgnoreIf(Trigger.Z, Tuple.Create<Func<bool>, string>(() => false, "closed"));

        machine.Fire(Trigger.X);
        machine.Fire(Trigger.Y);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.Z));
        Assert.Equal(0, written);
    }

    [Fact]
    public void Fire_Reentry_StaysInTheState()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .PermitReentry(Trigger.X)
            .PermitReentryIf(Trigger.Y, () => false, "closed")
            .PermitReentryIf(Trigger.Z, Tuple.Create<Func<bool>, string>(() => true, "open"));

        machine.Fire(Trigger.X);
        machine.Fire(Trigger.Z);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Trigger.Y));
        Assert.Equal(State.A, machine.State);
    }

    [Fact]
    public void Fire_WhileAnotherIsFiring_WaitsForItsTurn()
    {
        var kept = State.A;
        var log = new List<string>();
        StateMachine<State, Trigger> machine = null!;
        machine = new StateMachine<State, Trigger>(() => kept, state =>
        {
            kept = state;
            log.Add($"to {state}");
            if (state == State.B)
            {
                machine.Fire(Trigger.Y);
            }

            log.Add($"in {state}");
        });
        machine.Configure(State.A).Permit(Trigger.X, State.B);
        machine.Configure(State.B).Permit(Trigger.Y, State.C);

        machine.Fire(Trigger.X);

        Assert.Equal(["to B", "in B", "to C", "in C"], log);
    }

    [Fact]
    public void Fire_TextAsStateAndTrigger_Works()
    {
        var machine = new StateMachine<string, string>("draft");
        machine.Configure("draft").Permit("lodge", "lodged");

        machine.Fire("lodge");

        Assert.Equal("lodged", machine.State);
    }
}
