using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state does with one trigger; a link in the state's list.</summary>
    internal abstract class TriggerBehaviour(TTrigger trigger, TransitionGuard guard)
    {
        internal TTrigger Trigger { get; } = trigger;

        internal TransitionGuard Guard { get; } = guard;

        internal TriggerBehaviour? Next { get; set; }

        /// <summary>Whether the state is written when the trigger fires, and with what.</summary>
        internal abstract bool Leads(TState source, out TState destination);
    }

    /// <summary>To a fixed state; inherited by that very state it does nothing.</summary>
    internal sealed class TransitioningTriggerBehaviour(TTrigger trigger, TState destination, TransitionGuard guard)
        : TriggerBehaviour(trigger, guard)
    {
        internal TState Destination { get; } = destination;

        internal override bool Leads(TState source, out TState destination)
        {
            destination = Destination;
            return !AreEqual(source, destination);
        }
    }

    /// <summary>Back to the state that configured it, also when a substate inherits it.</summary>
    internal sealed class ReentryTriggerBehaviour(TTrigger trigger, TState destination, TransitionGuard guard)
        : TriggerBehaviour(trigger, guard)
    {
        internal TState Destination { get; } = destination;

        internal override bool Leads(TState source, out TState destination)
        {
            destination = Destination;
            return true;
        }
    }

    /// <summary>To the state a function names when the trigger fires.</summary>
    internal sealed class DynamicTriggerBehaviour(
        TTrigger trigger,
        Func<TState> selector,
        string? selectorDescription,
        TransitionGuard guard,
        DynamicStateInfos? possibleDestinations)
        : TriggerBehaviour(trigger, guard)
    {
        internal InvocationInfo Selector => new(selector, selectorDescription);

        internal DynamicStateInfos? PossibleDestinations { get; } = possibleDestinations;

        internal override bool Leads(TState source, out TState destination)
        {
            destination = selector();
            return true;
        }
    }

    /// <summary>Accepted, and nothing happens.</summary>
    internal sealed class IgnoredTriggerBehaviour(TTrigger trigger, TransitionGuard guard) : TriggerBehaviour(trigger, guard)
    {
        internal override bool Leads(TState source, out TState destination)
        {
            destination = source;
            return false;
        }
    }
}
