using System.Diagnostics.CodeAnalysis;
using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The states of a diagram, trees of superstates first, each under a name that Mermaid can read.</summary>
internal sealed class MermaidNodes
{
    private readonly Dictionary<string, StateInfo> _states = [];
    private readonly Dictionary<string, List<StateInfo>> _members = [];
    private readonly Dictionary<string, string> _nodes = [];

    internal MermaidNodes(StateMachineInfo machineInfo)
    {
        foreach (var root in machineInfo.States.Where(state => state.Superstate is null && state.Substates.Any()))
        {
            AddTree(root);
        }

        foreach (var state in machineInfo.States)
        {
            _states.TryAdd(state.ToString(), state);
        }

        Rename();
    }

    /// <summary>The states that have others under them, in the order of the diagram.</summary>
    internal IEnumerable<StateInfo> Superstates => _states.Values.Where(state => _members.ContainsKey(state.ToString()));

    /// <summary>The states whose own text Mermaid could not read as a name.</summary>
    internal IEnumerable<(string Node, string Name)> Renamed =>
        _nodes.Where(pair => pair.Key != pair.Value).Select(pair => (pair.Value, pair.Key));

    /// <summary>The name of a state in the diagram; its own text if the machine does not list it.</summary>
    internal string Node(StateInfo state) => TryFind(state.ToString(), out var node) ? node : state.ToString();

    /// <summary>The states drawn inside a superstate; each state is drawn inside one only.</summary>
    internal IReadOnlyList<StateInfo> Inside(StateInfo superstate) => _members[superstate.ToString()];

    internal bool TryFind(string state, [NotNullWhen(true)] out string? node) => _nodes.TryGetValue(state, out node);

    private bool AddTree(StateInfo state)
    {
        if (!_states.TryAdd(state.ToString(), state))
        {
            return false;
        }

        if (state.Substates.Any())
        {
            var members = new List<StateInfo>();
            _members.Add(state.ToString(), members);
            members.AddRange(state.Substates.Where(AddTree));
        }

        return true;
    }

    private void Rename()
    {
        var taken = new HashSet<string>(_states.Keys);
        foreach (var name in _states.Keys)
        {
            var plain = string.Concat(name.Where(letter => !char.IsWhiteSpace(letter) && letter is not (':' or '-')));
            var node = plain;
            for (var count = 1; node != name && taken.Contains(node); count++)
            {
                node = FormattableString.Invariant($"{plain}_{count}");
            }

            taken.Add(node);
            _nodes.Add(name, node);
        }
    }
}
