namespace Complaints.Functions.Docket.OpenElection;

/// <summary>The form that opens an election; its fields begin with <c>opening.</c>.</summary>
internal sealed record OpeningForm
{
    public OpenElectionRequest Opening { get; init; } = new();
}
