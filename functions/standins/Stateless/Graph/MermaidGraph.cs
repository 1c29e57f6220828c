using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine as a Mermaid state diagram.</summary>
public static class MermaidGraph
{
    /// <summary>The text of the diagram: names, superstates, choices, transitions, and the initial state last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The direction is none of the four.</exception>
    public static string Format(StateMachineInfo machineInfo, MermaidGraphDirection? direction = default)
    {
        var nodes = new MermaidNodes(machineInfo);
        var lines = new List<string> { "stateDiagram-v2" };

        if (direction is { } way)
        {
            lines.Add($"\tdirection {Code(way)}");
        }

        lines.AddRange(nodes.Renamed.Select(renamed => $"\t{renamed.Node} : {renamed.Name}"));
        foreach (var superstate in nodes.Superstates)
        {
            lines.Add($"\tstate {nodes.Node(superstate)} {{");
            lines.AddRange(nodes.Inside(superstate).Select(substate => $"\t\t{nodes.Node(substate)}"));
            lines.Add("\t}");
        }

        var transitions = Transitions(machineInfo, nodes, out var choices);
        lines.AddRange(Enumerable.Range(1, choices).Select(number => $"\tstate {Choice(number)} <<choice>>"));
        lines.AddRange(transitions);
        lines.Add($"[*] --> {nodes.Node(machineInfo.InitialState)}");
        return string.Join(Environment.NewLine, lines);
    }

    private static List<string> Transitions(StateMachineInfo machineInfo, MermaidNodes nodes, out int choices)
    {
        var lines = new List<string>();
        choices = 0;

        foreach (var state in machineInfo.States)
        {
            var source = nodes.Node(state);
            foreach (var transition in state.FixedTransitions)
            {
                lines.Add(Arrow(source, nodes.Node(transition.DestinationState), transition.Trigger, Guards(transition)));
            }

            foreach (var transition in state.DynamicTransitions)
            {
                var choice = Choice(++choices);
                lines.Add(Arrow(source, choice, transition.Trigger, Guards(transition)));
                foreach (var possible in transition.PossibleDestinationStates ?? [])
                {
                    if (nodes.TryFind(possible.DestinationState, out var destination))
                    {
                        lines.Add(Arrow(choice, destination, transition.Trigger, [possible.Criterion]));
                    }
                }
            }

            foreach (var ignored in state.IgnoredTriggers)
            {
                lines.Add(Arrow(source, source, ignored.Trigger, Guards(ignored)));
            }
        }

        return lines;
    }

    private static IEnumerable<string> Guards(TransitionInfo transition) =>
        transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description);

    private static string Arrow(string from, string to, TriggerInfo trigger, IEnumerable<string> guards) =>
        $"\t{from} --> {to} : {trigger}{string.Concat(guards.Select(guard => $" [{guard}]"))}";

    private static string Choice(int number) => FormattableString.Invariant($"Decision{number}");

    private static string Code(MermaidGraphDirection direction) => direction switch
    {
        MermaidGraphDirection.LeftToRight => "LR",
        MermaidGraphDirection.RightToLeft => "RL",
        MermaidGraphDirection.TopToBottom => "TB",
        MermaidGraphDirection.BottomToTop => "BT",
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "A diagram runs one of four ways."),
    };
}
