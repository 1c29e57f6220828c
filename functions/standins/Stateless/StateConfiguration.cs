namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Says, call by call, what is accepted in one state.</summary>
    public partial class StateConfiguration
    {
        private readonly StateMachine<TState, TTrigger> _machine;
        private readonly StateRepresentation _representation;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, StateRepresentation representation)
        {
            _machine = machine;
            _representation = representation;
        }

        /// <summary>Places the state under another, whose triggers it inherits.</summary>
        /// <exception cref="ArgumentException">The other is this state or lies under it.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            var parent = _machine.Find(superstate);
            for (var level = parent; level is not null; level = level.Superstate)
            {
                if (AreEqual(level.State, _representation.State))
                {
                    throw new ArgumentException(
                        $"State '{_representation.State}' cannot be a substate of '{superstate}': that would close a circle.",
                        nameof(superstate));
                }
            }

            _representation.PlaceUnder(parent);
            return this;
        }

        /// <summary>Accepts the trigger and leads to another state.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            Transition(trigger, destinationState, default);

        /// <summary>Accepts the trigger and leads to another state if the guard holds.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration PermitIf(
            TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Transition(trigger, destinationState, new TransitionGuard(guard, guardDescription));

        /// <summary>Accepts the trigger and leads to another state if every guard holds.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            Transition(trigger, destinationState, new TransitionGuard(guards));

        /// <summary>Accepts the trigger and enters this state again, also from a substate.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) =>
            Add(new ReentryTriggerBehaviour(trigger, _representation.State, default));

        /// <summary>Accepts the trigger and enters this state again if the guard holds.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new ReentryTriggerBehaviour(trigger, _representation.State, new TransitionGuard(guard, guardDescription)));

        /// <summary>Accepts the trigger and enters this state again if every guard holds.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new ReentryTriggerBehaviour(trigger, _representation.State, new TransitionGuard(guards)));

        /// <summary>Accepts the trigger and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger) =>
            Add(new IgnoredTriggerBehaviour(trigger, default));

        /// <summary>Accepts the trigger and does nothing if the guard holds.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(new IgnoredTriggerBehaviour(trigger, new TransitionGuard(guard, guardDescription)));

        /// <summary>Accepts the trigger and does nothing if every guard holds.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Add(new IgnoredTriggerBehaviour(trigger, new TransitionGuard(guards)));

        private StateConfiguration Transition(TTrigger trigger, TState destination, TransitionGuard guard)
        {
            if (AreEqual(destination, _representation.State))
            {
                throw new ArgumentException(
                    $"State '{destination}' cannot be its own destination here: use PermitReentry to enter it again, or Ignore to stay.",
                    nameof(destination));
            }

            return Add(new TransitioningTriggerBehaviour(trigger, destination, guard));
        }

        private StateConfiguration Add(TriggerBehaviour behaviour)
        {
            _representation.Add(behaviour);
            return this;
        }
    }
}
