namespace Complaints.Domain.Docket;

/// <summary>
/// The end of all that says who is behind a complaint and what they told: its keys are destroyed, its events stay. A legal hold forbids it while it stands.
/// </summary>
public static class Erasure
{
    /// <summary>Why something is erased.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["party_request", "retention_over", "recorded_in_error", "safety"];

    /// <summary>Why a legal hold is set.</summary>
    public static readonly IReadOnlyList<string> Holds = ["court_order", "case_expected", "authority_request", "internal_review"];

    /// <summary>Why a legal hold is lifted.</summary>
    public static readonly IReadOnlyList<string> Lifts = ["order_lifted", "case_over", "review_over", "set_in_error"];

    /// <summary>The refusal of whatever would open or add what has been erased.</summary>
    public static readonly Refusal Done = new(
        "record.erased", "The names, texts and documents of this complaint were erased. What is left is its record without them.");

    internal static readonly Refusal Held = new(
        "erasure.legal-hold", "A legal hold stands: nothing of this complaint may be erased until it is lifted.");

    internal static readonly Refusal AlreadyHeld = new("hold.already-set", "A legal hold stands already.", Field: "set");

    internal static readonly Refusal NotHeld = new("hold.none-set", "No legal hold stands that could be lifted.", Field: "set");

    internal static Refusal Pending(Proceeding open) => new(
        "erasure.proceeding-open",
        $"Proceeding {open.Number} with {open.Forum.Id} is open: the forum may still ask for what would be erased. Record how it ended first.");
}

/// <summary>A legal hold was set.</summary>
/// <param name="Reason">One of <see cref="Erasure.Holds"/>.</param>
public sealed record HoldSet(string Reason) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(HoldSet);
}

/// <summary>The legal hold was lifted.</summary>
/// <param name="Reason">One of <see cref="Erasure.Lifts"/>.</param>
public sealed record HoldLifted(string Reason) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(HoldLifted);
}

/// <summary>Names, texts and documents were erased: from this event on they are gone, whether the keys have been destroyed yet or not.</summary>
/// <param name="Reason">One of <see cref="Erasure.Reasons"/>.</param>
public sealed record Erased(string Reason) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(Erased);
}
