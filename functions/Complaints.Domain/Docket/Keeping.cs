namespace Complaints.Domain.Docket;

/// <summary>Whose complaint it is after a colleague has taken it over. Why is a code: a sentence would lie in the clear for good.</summary>
public static class Keeping
{
    /// <summary>Why a complaint is handed to a colleague.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["reassigned", "workload", "leaves_mission", "conflict_of_interest", "safety"];

    internal static readonly Refusal TheirsAlready = new(
        "keeper.theirs-already", "The complaint is theirs already. Name another colleague.", Field: "to");
}

/// <summary>A colleague has taken the complaint over: from here on it is theirs.</summary>
/// <param name="To">The pseudonym of the colleague.</param>
/// <param name="Why">One of <see cref="Keeping.Reasons"/>.</param>
public sealed record HandedOver(string To, string Why) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(HandedOver);

    /// <inheritdoc/>
    public override bool IsOfTheMission => true;
}
