namespace Complaints.Domain.Deadlines;

/// <summary>What sort of answer one reading gives.</summary>
public enum Mode
{
    /// <summary>An instant from which it is too late.</summary>
    Fixed,

    /// <summary>At once: no instant, at most a benchmark.</summary>
    Immediate,

    /// <summary>The law is not known.</summary>
    Unknown,

    /// <summary>It does not start, or does not end.</summary>
    Never,

    /// <summary>Suspended and not resumed yet.</summary>
    Paused,
}

/// <summary>The three-valued verdict on whether something was in time.</summary>
public enum Timeliness
{
    /// <summary>In time under every reading.</summary>
    Timely,

    /// <summary>In time under one reading, late under another.</summary>
    Contested,

    /// <summary>Late under every reading.</summary>
    Late,
}
