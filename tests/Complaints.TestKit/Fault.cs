namespace Complaints.TestKit;

/// <summary>What a <see cref="FaultyProxy"/> does to a request.</summary>
public enum Fault
{
    /// <summary>Nothing: it is forwarded and answered.</summary>
    None,

    /// <summary>It is answered with 503 and not forwarded.</summary>
    Unavailable,

    /// <summary>Its connection is reset and it is not forwarded.</summary>
    Reset,

    /// <summary>It is forwarded and carried out, but the connection is reset instead of answering.</summary>
    AnswerLost,

    /// <summary>It is forwarded and answered after <see cref="FaultyProxy.Latency"/>.</summary>
    Delay,

    /// <summary>It is not forwarded, and its connection is reset after <see cref="FaultyProxy.Latency"/>.</summary>
    TimeOut,

    /// <summary>It is forwarded and answered once <see cref="FaultyProxy.Release"/> is called.</summary>
    Hold,
}
