using Stateless.Reflection;

namespace Stateless;

/// <summary>The conditions of one behaviour: none, one, or several that must all hold.</summary>
internal readonly struct TransitionGuard
{
    private readonly Func<bool>? _only;
    private readonly string? _description;
    private readonly Tuple<Func<bool>, string>[]? _several;

    internal TransitionGuard(Func<bool> guard, string? guardDescription)
    {
        ArgumentNullException.ThrowIfNull(guard);
        _only = guard;
        _description = guardDescription;
    }

    internal TransitionGuard(Tuple<Func<bool>, string>[] guards)
    {
        ArgumentNullException.ThrowIfNull(guards);
        _several = guards;
    }

    /// <summary>Asks every condition once, in order; null when all hold, else the descriptions of those that do not.</summary>
    internal List<string>? Unmet()
    {
        if (_only is not null)
        {
            return _only() ? null : [InvocationInfo.DescriptionOf(_only, _description)];
        }

        List<string>? unmet = null;
        foreach (var (guard, description) in _several ?? [])
        {
            if (!guard())
            {
                unmet ??= [];
                unmet.Add(InvocationInfo.DescriptionOf(guard, description));
            }
        }

        return unmet;
    }

    /// <summary>The conditions as reflection shows them.</summary>
    internal IEnumerable<InvocationInfo> Describe() => _only is null
        ? (_several ?? []).Select(guard => new InvocationInfo(guard.Item1, guard.Item2)).ToArray()
        : [new InvocationInfo(_only, _description)];
}
