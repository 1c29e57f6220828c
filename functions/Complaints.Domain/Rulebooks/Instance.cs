namespace Complaints.Domain.Rulebooks;

/// <summary>The rung of the ladder on which a proceeding stands.</summary>
public enum Instance
{
    /// <summary>Not lodged anywhere yet.</summary>
    Filing,

    /// <summary>A precinct or territorial election commission.</summary>
    Commission,

    /// <summary>The central election commission.</summary>
    HigherCommission,

    /// <summary>A court below the highest one, appeal courts included.</summary>
    Court,

    /// <summary>The highest court as a first or ordinary instance.</summary>
    SupremeCourt,

    /// <summary>The last review of judgments.</summary>
    Cassation,

    /// <summary>The body that decides on the correctness of final results.</summary>
    ConstitutionalCouncil,

    /// <summary>The prosecutor's office.</summary>
    Prosecutor,
}
