namespace Stateless.Reflection;

/// <summary>A destination that a dynamic transition may name, and when it does.</summary>
public class DynamicStateInfo
{
    /// <summary>A destination by its text, with the reason it is chosen.</summary>
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The text of the destination.</summary>
    public string DestinationState { get; }

    /// <summary>The reason it is chosen.</summary>
    public string Criterion { get; }
}

/// <summary>The destinations that a dynamic transition may name.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a destination by its text.</summary>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a destination by its value.</summary>
    public void Add<TState>(TState destinationState, string criterion)
        where TState : notnull => Add(new DynamicStateInfo(destinationState.ToString()!, criterion));
}
