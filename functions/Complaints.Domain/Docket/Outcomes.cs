namespace Complaints.Domain.Docket;

/// <summary>The outcomes a decision may have. "Left without consideration", "returned" and "refused" are all dismissed on form.</summary>
public static class Outcomes
{
    /// <summary>Granted in full: only the other side has something to appeal from.</summary>
    public const string Upheld = "upheld";

    /// <summary>Dismissed without looking at the merits.</summary>
    public const string DismissedOnForm = "dismissed_formal";

    /// <summary>Closed because a court has decided the same matter.</summary>
    public const string SupersededByCourt = "superseded_by_court";

    /// <summary>An application was answered.</summary>
    public const string Answered = "answered";

    /// <summary>The code that says that nothing was granted.</summary>
    public const string NoRemedy = "none";

    /// <summary>Whether a forum can decide so. Withdrawal and silence are steps of their own, not decisions.</summary>
    public static bool IsDecision(string outcome) => outcome is
        Upheld or "partly_upheld" or "dismissed_merits" or DismissedOnForm or SupersededByCourt or Answered;

    /// <summary>Whether such a decision can grant anything (measure M12 counts remedies among what was upheld). An answer may give what an application asks.</summary>
    public static bool MayGrant(string outcome) => outcome is Upheld or "partly_upheld" or Answered;
}
