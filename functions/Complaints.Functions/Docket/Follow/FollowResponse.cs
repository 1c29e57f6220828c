using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Follow;

/// <summary>A complaint as its complainant may see it: where it stands, its deadlines, its steps and a receipt, which names its documents.</summary>
internal sealed record FollowResponse(
    string Reference,
    PositionResponse Position,
    string? Forum,
    Timeliness? Timeliness,
    IReadOnlyList<DeadlineResponse> Deadlines,
    IReadOnlyList<FollowedStep> History,
    SignedReceipt Receipt)
{
    public static FollowResponse From(Complaint complaint, SignedReceipt receipt, Instant now) => new(
        complaint.Reference,
        new PositionResponse(complaint.Position.Instance, complaint.Position.Stage!.Value),
        complaint.Current?.Forum.Id,
        complaint.Timeliness,
        [.. complaint.Clocks(now).Select(DeadlineResponse.From)],
        [.. complaint.History.Where(each => !each.What.IsOfTheMission).Select(each => FollowedStep.From(each, complaint))],
        receipt);
}

/// <summary>Something that happened. Who recorded it, and what is noted beside the steps, is the mission's.</summary>
/// <param name="Seq">Its place in the order of recording.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What it was.</param>
/// <param name="Proceeding">The proceeding it concerns.</param>
/// <param name="Forum">The forum it went to, if it went to another.</param>
/// <param name="Outcome">How it was decided, if it was.</param>
/// <param name="StruckBy">The event that says it never happened; null if it holds.</param>
internal sealed record FollowedStep(int Seq, Instant At, string Kind, int? Proceeding, string? Forum, string? Outcome, int? StruckBy)
{
    public static FollowedStep From(DocketEvent each, Complaint complaint)
    {
        var details = (each.What as StepTaken)?.Details;
        return new FollowedStep(
            each.Seq, each.At, each.What.Kind, each.Proceeding, details?.Forum, details?.Outcome, complaint.Struck.TryGetValue(each.Seq, out var by) ? by : null);
    }
}
