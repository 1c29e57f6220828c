namespace Complaints.StandIns.Tests;

/// <summary>The states of the machines under test.</summary>
public enum State
{
    A,
    B,
    C,
    D,
}

/// <summary>The triggers of the machines under test.</summary>
public enum Trigger
{
    X,
    Y,
    Z,
}
