using Complaints.Domain.Deadlines;
using NodaTime;

namespace Complaints.Domain.Admissibility;

/// <summary>What a check says of a filing before it is made; none of the three ever stops anybody from filing.</summary>
public enum Verdict
{
    /// <summary>Nothing known speaks against it.</summary>
    Pass,

    /// <summary>The law, or what is known of the case, leaves it open.</summary>
    Unclear,

    /// <summary>Something known speaks against it.</summary>
    Fail,
}

/// <summary>What is looked at before filing.</summary>
public enum Check
{
    /// <summary>Whether it is the right forum for whose act is challenged.</summary>
    Forum,

    /// <summary>Whether the complainant may come to it.</summary>
    Standing,

    /// <summary>Whether it is in time.</summary>
    Time,

    /// <summary>Whether it contains what a filing needs.</summary>
    Form,

    /// <summary>Whether it is a complaint or an application.</summary>
    Kind,
}

/// <summary>The outcome of one check: a stable code, a sentence, the place in the law, and what would mend it, where something would.</summary>
public sealed record Finding(Check Check, Verdict Verdict, string Code, Text Message, Text? Citation, Text? Fix);

/// <summary>All checks of one filing made at one instant; as good as the worst of them.</summary>
public sealed record Opinion(IReadOnlyList<Finding> Checks, Instant At)
{
    /// <summary>The time to file that the check of time went by; null where a fact is missing or the law gives no limit.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>Fail where one check fails, else unclear where one is unclear, else pass.</summary>
    public Verdict Verdict { get; } = Checks.Max(finding => finding.Verdict);
}
