using Stateless;

namespace Complaints.StandIns.Tests;

public sealed class ConfigureTests
{
    private readonly StateMachine<State, Trigger> _machine = new(State.A);

    [Fact]
    public void Permit_SameState_Throws()
    {
        var tuple = Tuple.Create<Func<bool>, string>(() => true, "open");

        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).Permit(Trigger.X, State.A));
        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).PermitIf(Trigger.X, State.A, () => true, "open"));
        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).PermitIf(Trigger.X, State.A, tuple));
    }

    [Fact]
    public void SubstateOf_Itself_Throws() =>
        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).SubstateOf(State.A));

    [Fact]
    public void SubstateOf_ItsOwnSubstate_Throws()
    {
        _machine.Configure(State.B).SubstateOf(State.A);

        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).SubstateOf(State.B));
    }

    [Fact]
    public void SubstateOf_CircleOfThree_Throws()
    {
        _machine.Configure(State.B).SubstateOf(State.A);
        _machine.Configure(State.C).SubstateOf(State.B);

        Assert.Throws<ArgumentException>(() => _machine.Configure(State.A).SubstateOf(State.C));
    }

    [Fact]
    public void PermitDynamic_NoSelector_Throws()
    {
        Func<State> none = null!;

        Assert.Throws<ArgumentNullException>(() => _machine.Configure(State.A).PermitDynamic(Trigger.X, none));
        Assert.Throws<ArgumentNullException>(() => _machine.Configure(State.A).PermitDynamicIf(Trigger.X, none, () => true));
    }

    [Fact]
    public void Configure_Twice_AddsToTheSameState()
    {
        _machine.Configure(State.A).Permit(Trigger.X, State.B);
        _machine.Configure(State.A).Permit(Trigger.Y, State.C);

        Assert.True(_machine.CanFire(Trigger.X));
        Assert.True(_machine.CanFire(Trigger.Y));
    }
}
