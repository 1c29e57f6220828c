using Stateless;

namespace Complaints.StandIns.Tests;

public sealed class CanFireTests
{
    [Fact]
    public void CanFire_TriggerNotConfigured_IsFalseWithoutAList()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        Assert.False(machine.CanFire(Trigger.Y));
        Assert.False(machine.CanFire(Trigger.Y, out var unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public void CanFire_Permitted_IsTrueWithAnEmptyList()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .PermitIf(Trigger.Y, State.B, () => true, "open");

        Assert.True(machine.CanFire(Trigger.X, out var unguarded));
        Assert.True(machine.CanFire(Trigger.Y, out var guarded));

        Assert.True(machine.CanFire(Trigger.X));
        Assert.Equal([], unguarded!);
        Assert.Equal([], guarded!);
    }

    [Fact]
    public void CanFire_GuardNotMet_GivesItsDescription()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitIf(Trigger.X, State.B, () => false, "too.late");

        Assert.False(machine.CanFire(Trigger.X));
        Assert.False(machine.CanFire(Trigger.X, out var unmet));
        Assert.Equal(["too.late"], unmet!);
    }

    [Fact]
    public void CanFire_SeveralGuards_AsksEveryOneInOrderAndListsTheUnmet()
    {
        var asked = new List<string>();
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).PermitIf(
            Trigger.X, State.B, Guard("first", false), Guard("second", true), Guard("third", false));

        Assert.False(machine.CanFire(Trigger.X, out var unmet));

        Assert.Equal(["first", "second", "third"], asked);
        Assert.Equal(["first", "third"], unmet!);

        Tuple<Func<bool>, string> Guard(string name, bool holds) => new(
            () =>
            {
                asked.Add(name);
                return holds;
            },
            name);
    }

    [Fact]
    public void CanFire_TwoBehavioursNotMet_JoinsTheirListsWithoutRepeating()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false, "too.late")
            .PermitIf(
                Trigger.X,
                State.C,
                Tuple.Create<Func<bool>, string>(() => false, "too.late"),
                Tuple.Create<Func<bool>, string>(() => false, "wrong.forum"));

        Assert.False(machine.CanFire(Trigger.X, out var unmet));
        Assert.Equal(["too.late", "wrong.forum"], unmet!);
    }

    [Fact]
    public void CanFire_OneOfTwoBehavioursMet_IsTrueWithAnEmptyList()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, () => false, "too.late")
            .PermitIf(Trigger.X, State.C, () => true, "open");

        Assert.True(machine.CanFire(Trigger.X, out var unmet));
        Assert.Equal([], unmet!);
    }

    [Fact]
    public void CanFire_TwoPermitted_Throws()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .Permit(Trigger.X, State.B)
            .Ignore(Trigger.X);

        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Trigger.X));
        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Trigger.X, out _));
    }

    [Fact]
    public void CanFire_GuardWithoutDescription_IsCalledByItsMethod()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A)
            .PermitIf(Trigger.X, State.B, IsOpen)
            .PermitIf(Trigger.Y, State.B, () => false);

        machine.CanFire(Trigger.X, out var named);
        machine.CanFire(Trigger.Y, out var nameless);

        Assert.Equal(["IsOpen"], named!);
        Assert.Equal(["Function"], nameless!);
    }

    [Fact]
    public void CanFire_Asked_ChangesNothing()
    {
        var machine = new StateMachine<State, Trigger>(State.A);
        machine.Configure(State.A).Permit(Trigger.X, State.B);

        machine.CanFire(Trigger.X, out _);

        Assert.Equal(State.A, machine.State);
    }

    private static bool IsOpen() => false;
}
