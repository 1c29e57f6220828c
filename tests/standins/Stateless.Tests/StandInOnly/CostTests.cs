using Stateless;

namespace Complaints.StandIns.Tests;

/// <summary>A machine is built for one question: what it allocates is measured, not guessed.</summary>
public sealed class CostTests
{
    private const int States = 15;
    private const int Triggers = 30;

    private static readonly Func<bool> Holds = () => true;

    [Fact]
    public void BuildAndFire_FifteenStatesByThirtyTriggers_StaysUnder64KiB()
    {
        BuildAndFire();

        var before = GC.GetAllocatedBytesForCurrentThread();
        BuildAndFire();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, 64 * 1024);
    }

    [Fact]
    public void CanFire_Permitted_AllocatesNothing()
    {
        var machine = new StateMachine<int, int>(0);
        machine.Configure(0).PermitIf(0, 1, Holds, "open");
        machine.CanFire(0, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        machine.CanFire(0, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void BuildAndFire()
    {
        var machine = new StateMachine<int, int>(0);
        for (var state = 0; state < States; state++)
        {
            var configuration = machine.Configure(state);
            for (var trigger = 0; trigger < Triggers; trigger++)
            {
                configuration.PermitIf(trigger, state + 1, Holds, "open");
            }
        }

        machine.Fire(Triggers - 1);
    }
}
