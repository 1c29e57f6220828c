using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Accepts the trigger and leads to the state the selector names.</summary>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            Dynamic(trigger, destinationStateSelector, destinationStateSelectorDescription, default, possibleDestinationStates);

        /// <summary>Accepts the trigger and leads to the state the selector names if the guard holds.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            Dynamic(trigger, destinationStateSelector, null, new TransitionGuard(guard, guardDescription), possibleDestinationStates);

        /// <summary>Accepts the trigger and leads to the state the described selector names if the guard holds.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            Func<bool> guard,
            string? guardDescription = null,
            DynamicStateInfos? possibleDestinationStates = null) =>
            Dynamic(
                trigger,
                destinationStateSelector,
                destinationStateSelectorDescription,
                new TransitionGuard(guard, guardDescription),
                possibleDestinationStates);

        /// <summary>Accepts the trigger and leads to the state the selector names if every guard holds.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            Dynamic(trigger, destinationStateSelector, null, new TransitionGuard(guards), possibleDestinationStates);

        /// <summary>Accepts the trigger and leads to the state the described selector names if every guard holds.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription,
            DynamicStateInfos? possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            Dynamic(
                trigger,
                destinationStateSelector,
                destinationStateSelectorDescription,
                new TransitionGuard(guards),
                possibleDestinationStates);

        private StateConfiguration Dynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? selectorDescription,
            TransitionGuard guard,
            DynamicStateInfos? possibleDestinations)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            return Add(new DynamicTriggerBehaviour(trigger, destinationStateSelector, selectorDescription, guard, possibleDestinations));
        }
    }
}
