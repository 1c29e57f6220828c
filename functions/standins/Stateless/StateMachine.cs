using System.Diagnostics.CodeAnalysis;

namespace Stateless;

/// <summary>A state and the triggers it accepts: configured around a value, asked, fired, and thrown away.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <typeparam name="TTrigger">The triggers that lead from one state to another.</typeparam>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateRepresentation> _states = [];
    private readonly Func<TState>? _stateAccessor;
    private readonly Action<TState>? _stateMutator;
    private readonly TState _initialState;
    private TState _ownState;
    private Queue<TTrigger>? _waiting;
    private bool _firing;

    /// <summary>A machine that keeps its state itself.</summary>
    public StateMachine(TState initialState)
    {
        _initialState = initialState;
        _ownState = initialState;
    }

    /// <summary>A machine whose state is read and written elsewhere; the initial state is read at once.</summary>
    /// <exception cref="ArgumentNullException">One of the two is null.</exception>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);

        _stateAccessor = stateAccessor;
        _stateMutator = stateMutator;
        _initialState = stateAccessor();
        _ownState = _initialState;
    }

    /// <summary>The current state.</summary>
    public TState State
    {
        get => _stateAccessor is null ? _ownState : _stateAccessor();
        private set
        {
            if (_stateMutator is null)
            {
                _ownState = value;
            }
            else
            {
                _stateMutator(value);
            }
        }
    }

    /// <summary>Begins, or continues, to say what is accepted in a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, Find(state));

    /// <summary>Whether the current state is the given one or a substate of it.</summary>
    public bool IsInState(TState state)
    {
        for (var level = Find(State); level is not null; level = level.Superstate)
        {
            if (AreEqual(level.State, state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the trigger would be accepted now.</summary>
    /// <exception cref="InvalidOperationException">Two behaviours of one state accept it.</exception>
    public bool CanFire(TTrigger trigger) => Find(State).TryFindHandler(trigger, out _, out _);

    /// <summary>Whether the trigger would be accepted now, and the descriptions of the guards that stand against it.</summary>
    /// <param name="trigger">The trigger asked about.</param>
    /// <param name="unmetGuards">Empty when accepted; null when the trigger is not configured for the state or its superstates.</param>
    /// <exception cref="InvalidOperationException">Two behaviours of one state accept it.</exception>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards) =>
        Find(State).TryFindHandler(trigger, out _, out unmetGuards);

    /// <summary>Goes where the trigger leads; one fired in the middle of another waits for its turn.</summary>
    /// <exception cref="InvalidOperationException">Nothing accepts the trigger, or two behaviours of one state do.</exception>
    public void Fire(TTrigger trigger)
    {
        if (_firing || _waiting is { Count: > 0 })
        {
            _waiting ??= new Queue<TTrigger>();
            _waiting.Enqueue(trigger);
            if (_firing)
            {
                return;
            }

            trigger = _waiting.Dequeue();
        }

        _firing = true;
        try
        {
            FireOne(trigger);
            while (_waiting is { Count: > 0 })
            {
                FireOne(_waiting.Dequeue());
            }
        }
        finally
        {
            _firing = false;
        }
    }

    private static bool AreEqual(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private StateRepresentation Find(TState state)
    {
        if (!_states.TryGetValue(state, out var found))
        {
            found = new StateRepresentation(state);
            _states.Add(state, found);
        }

        return found;
    }

    private void FireOne(TTrigger trigger)
    {
        var source = State;
        if (!Find(source).TryFindHandler(trigger, out var handler, out var unmetGuards))
        {
            ThrowNotPermitted(source, trigger, unmetGuards);
        }

        if (handler.Leads(source, out var destination))
        {
            State = destination;
            Find(destination);
        }
    }

    [DoesNotReturn]
    private static void ThrowNotPermitted(TState state, TTrigger trigger, ICollection<string>? unmetGuards) =>
        throw new InvalidOperationException(unmetGuards is { Count: > 0 }
            ? $"State '{state}' knows the trigger '{trigger}', but its guards are not met: '{string.Join(", ", unmetGuards)}'."
            : $"State '{state}' has no transition for the trigger '{trigger}'.");
}
