namespace Complaints.Domain.Rulebooks;

/// <summary>What becomes of a commission's proceeding when a court is seized of the same matter.</summary>
public enum ParallelEffect
{
    /// <summary>Nothing is known to happen.</summary>
    None,

    /// <summary>The commission waits until the court's decision is in force.</summary>
    CommissionSuspends,

    /// <summary>The commission's proceeding ends.</summary>
    AdministrativeProceedingEnds,
}

/// <summary>The rule for a matter that is before a commission and a court at once.</summary>
public sealed record Parallel(ParallelEffect OnBoth, Footing Footing);

/// <summary>Whether a formal defect may be put right; null where the law is unknown.</summary>
public sealed record Rectification(bool? Allowed, Footing Footing);

/// <summary>Whether a forum must pass a misdirected filing on, and whether any such duty or limit is known.</summary>
public sealed record Forwarding(bool? Duty, bool Known, Footing Footing);

/// <summary>Whether a missed limit may be restored; null where the law is unknown.</summary>
public sealed record Restoration(bool? Allowed, Text? Except, Footing Footing);

/// <summary>Another rule of a rulebook that is shown and no date is counted from: codes by topic, e.g. channel post: unknown.</summary>
public sealed record Policy(string Topic, IReadOnlyDictionary<string, string> Rules, Footing Footing);

/// <summary>What a result was computed with, recorded beside it: rulebook, calendar and tz database.</summary>
public sealed record Versions(string Rulebook, string Calendar, string Tzdb);
