namespace Complaints.Domain.Docket;

/// <summary>That two complaints on record are one and the same. It says so and changes no total: each was recorded, and is counted as it was filed.</summary>
public static class Sameness
{
    /// <summary>Why two complaints are called the same.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["recorded_twice", "imported_again", "filed_twice"];

    /// <summary>Why they are not, after all.</summary>
    public static readonly IReadOnlyList<string> Corrections = ["linked_in_error", "facts_differ"];

    internal static readonly Refusal Itself = new("same.itself", "A complaint cannot be the same as itself. Name the other one.", Field: "other");

    internal static readonly Refusal OtherElection = new("same.other-election", "The complaints belong to different elections, so they are not the same.", Field: "other");

    internal static readonly Refusal Already = new("same.already-linked", "The two are linked already.", Field: "other");

    internal static readonly Refusal NotLinked = new("same.not-linked", "This complaint is not linked to that one. The link is undone on the complaint that bears it.", Field: "other");
}

/// <summary>This complaint was found to be the same as another.</summary>
/// <param name="Other">The id of the other.</param>
/// <param name="Why">One of <see cref="Sameness.Reasons"/>.</param>
public sealed record LinkedAsSame(string Other, string Why) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(LinkedAsSame);

    /// <inheritdoc/>
    public override bool IsOfTheMission => true;
}

/// <summary>The link to another complaint does not hold.</summary>
/// <param name="Other">The id of the other.</param>
/// <param name="Why">One of <see cref="Sameness.Corrections"/>.</param>
public sealed record Unlinked(string Other, string Why) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(Unlinked);

    /// <inheritdoc/>
    public override bool IsOfTheMission => true;
}
