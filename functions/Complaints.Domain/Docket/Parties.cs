namespace Complaints.Domain.Docket;

/// <summary>The sides of a complaint, as the steps name them.</summary>
internal static class Parties
{
    public const string Complainant = "complainant";

    public const string ChallengedBody = "challengedBody";

    public const string Prosecutor = "prosecutor";
}
