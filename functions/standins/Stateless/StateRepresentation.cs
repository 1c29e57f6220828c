using System.Diagnostics.CodeAnalysis;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One state: its place among the others and what it does with each trigger.</summary>
    internal sealed class StateRepresentation(TState state)
    {
        private TriggerBehaviour? _first;
        private TriggerBehaviour? _last;
        private List<StateRepresentation>? _substates;

        internal TState State { get; } = state;

        internal StateRepresentation? Superstate { get; private set; }

        internal IReadOnlyList<StateRepresentation> Substates => _substates ?? [];

        /// <summary>What the state does, in the order it was configured.</summary>
        internal IEnumerable<TriggerBehaviour> Behaviours
        {
            get
            {
                for (var behaviour = _first; behaviour is not null; behaviour = behaviour.Next)
                {
                    yield return behaviour;
                }
            }
        }

        internal void Add(TriggerBehaviour behaviour)
        {
            if (_last is null)
            {
                _first = behaviour;
            }
            else
            {
                _last.Next = behaviour;
            }

            _last = behaviour;
        }

        internal void PlaceUnder(StateRepresentation superstate)
        {
            Superstate = superstate;
            superstate._substates ??= [];
            superstate._substates.Add(this);
        }

        /// <summary>The nearest state upwards that accepts the trigger; else the refusals of the farthest one that knows it.</summary>
        internal bool TryFindHandler(
            TTrigger trigger,
            [NotNullWhen(true)] out TriggerBehaviour? handler,
            out ICollection<string>? unmetGuards)
        {
            unmetGuards = null;
            for (var level = this; level is not null; level = level.Superstate)
            {
                handler = level.FindLocalHandler(trigger, out var refusals);
                if (handler is not null)
                {
                    unmetGuards = Array.Empty<string>();
                    return true;
                }

                unmetGuards = refusals ?? unmetGuards;
            }

            handler = null;
            return false;
        }

        private TriggerBehaviour? FindLocalHandler(TTrigger trigger, out List<string>? refusals)
        {
            TriggerBehaviour? handler = null;
            var accepting = 0;
            refusals = null;

            for (var behaviour = _first; behaviour is not null; behaviour = behaviour.Next)
            {
                if (!EqualityComparer<TTrigger>.Default.Equals(behaviour.Trigger, trigger))
                {
                    continue;
                }

                if (behaviour.Guard.Unmet() is { } unmet)
                {
                    refusals = Join(refusals, unmet);
                }
                else
                {
                    handler = behaviour;
                    accepting++;
                }
            }

            return accepting < 2
                ? handler
                : throw new InvalidOperationException(
                    $"State '{State}' has {accepting} permitted transitions for the trigger '{trigger}': guards must exclude each other.");
        }

        private static List<string> Join(List<string>? refusals, List<string> more)
        {
            if (refusals is null)
            {
                return more;
            }

            foreach (var refusal in more)
            {
                if (!refusals.Contains(refusal))
                {
                    refusals.Add(refusal);
                }
            }

            return refusals;
        }
    }
}
