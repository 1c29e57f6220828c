namespace Complaints.Domain.Docket;

/// <summary>
/// What a party agrees to, each purpose by itself. Having a complaint recorded agrees to nothing: of a purpose that nobody has spoken of it is unknown.
/// </summary>
public static class Consent
{
    /// <summary>That the mission follows the complaint and opens who is behind it.</summary>
    public const string Tracking = "tracking";

    /// <summary>That what is on record of it leaves the tracker.</summary>
    public const string Publishing = "publishing";

    /// <summary>That a lawyer is shown who is behind it and what they told.</summary>
    public const string SharingWithCounsel = "sharing_with_counsel";

    /// <summary>Every purpose.</summary>
    public static readonly IReadOnlyList<string> Purposes = [Tracking, Publishing, SharingWithCounsel];

    /// <summary>How the mission knows of it.</summary>
    public static readonly IReadOnlyList<string> Ways = ["in_writing", "orally", "by_message", "by_representative"];

    internal static Refusal Withdrawn(string purpose) => new(
        "consent.withdrawn", $"The party has withdrawn its consent to {purpose}, so this is not done. Record a new consent if one was given.", Field: "purpose");

    internal static Refusal NotGiven(string purpose) => new(
        "consent.not-given", $"Nobody has recorded the party's consent to {purpose}. Ask the party, then record the answer.", Field: "purpose");
}

/// <summary>The party agreed to a purpose.</summary>
/// <param name="Purpose">One of <see cref="Consent.Purposes"/>.</param>
/// <param name="Way">How the mission knows: one of <see cref="Consent.Ways"/>.</param>
public sealed record ConsentGiven(string Purpose, string Way) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(ConsentGiven);
}

/// <summary>The party took back its consent to a purpose, or refused it.</summary>
/// <param name="Purpose">One of <see cref="Consent.Purposes"/>.</param>
/// <param name="Way">How the mission knows: one of <see cref="Consent.Ways"/>.</param>
public sealed record ConsentWithdrawn(string Purpose, string Way) : Happening
{
    /// <inheritdoc/>
    public override string Kind => nameof(ConsentWithdrawn);
}
