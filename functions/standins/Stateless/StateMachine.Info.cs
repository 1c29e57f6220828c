using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The configuration as data: every configured state, every state a transition leads to, and the transitions.</summary>
    public StateMachineInfo GetInfo()
    {
        var representations = _states.Values.ToList();
        representations.AddRange(Destinations()
            .Distinct()
            .Except(_states.Keys)
            .Select(state => new StateRepresentation(state)));

        var infos = representations.ToDictionary(state => state.State, state => new StateInfo(state.State, Ignored(state)));
        foreach (var state in representations)
        {
            infos[state.State].Relate(
                state.Superstate is null ? null : infos[state.Superstate.State],
                state.Substates.Select(substate => infos[substate.State]).ToArray(),
                ByTrigger(state).SelectMany(behaviours => Fixed(behaviours, infos)).ToArray(),
                ByTrigger(state).SelectMany(Dynamic).ToArray());
        }

        return new StateMachineInfo(infos.Values.ToArray(), typeof(TState), typeof(TTrigger), new StateInfo(_initialState, []));
    }

    private IEnumerable<TState> Destinations()
    {
        var all = _states.Values.SelectMany(state => state.Behaviours).ToArray();
        return all.OfType<TransitioningTriggerBehaviour>().Select(transition => transition.Destination)
            .Concat(all.OfType<ReentryTriggerBehaviour>().Select(reentry => reentry.Destination));
    }

    private static IEnumerable<IGrouping<TTrigger, TriggerBehaviour>> ByTrigger(StateRepresentation state) =>
        state.Behaviours.GroupBy(behaviour => behaviour.Trigger);

    private static IgnoredTransitionInfo[] Ignored(StateRepresentation state) =>
    [
        .. ByTrigger(state)
            .SelectMany(behaviours => behaviours.OfType<IgnoredTriggerBehaviour>())
            .Select(ignored => new IgnoredTransitionInfo(new TriggerInfo(ignored.Trigger), ignored.Guard.Describe())),
    ];

    private static IEnumerable<FixedTransitionInfo> Fixed(
        IEnumerable<TriggerBehaviour> behaviours, Dictionary<TState, StateInfo> infos)
    {
        foreach (var transition in behaviours.OfType<TransitioningTriggerBehaviour>())
        {
            yield return new FixedTransitionInfo(
                new TriggerInfo(transition.Trigger), transition.Guard.Describe(), infos[transition.Destination]);
        }

        foreach (var reentry in behaviours.OfType<ReentryTriggerBehaviour>())
        {
            yield return new FixedTransitionInfo(
                new TriggerInfo(reentry.Trigger), reentry.Guard.Describe(), infos[reentry.Destination]);
        }
    }

    private static IEnumerable<DynamicTransitionInfo> Dynamic(IEnumerable<TriggerBehaviour> behaviours) =>
        behaviours.OfType<DynamicTriggerBehaviour>().Select(dynamic => new DynamicTransitionInfo(
            new TriggerInfo(dynamic.Trigger), dynamic.Guard.Describe(), dynamic.Selector, dynamic.PossibleDestinations));
}
