using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.WhatIf;

/// <summary>A complaint as it would be under another law, and what would be otherwise. None of it is saved.</summary>
internal sealed record WhatIfResponse
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required Instant AsOf { get; init; }

    /// <summary>The rulebook version it is judged under.</summary>
    public required string Rulebook { get; init; }

    /// <summary>The rulebook version it would be judged under.</summary>
    public required string Under { get; init; }

    public required PositionResponse Position { get; init; }

    public Timeliness? Timeliness { get; init; }

    public required IReadOnlyList<DeadlineResponse> Deadlines { get; init; }

    public required IReadOnlyList<ChangeResponse> Changes { get; init; }

    public static WhatIfResponse From(Complaint complaint, Repinning repinning, Instant now)
    {
        var after = repinning.Change.Complaint;
        return new WhatIfResponse
        {
            Id = complaint.Id,
            Reference = complaint.Reference,
            AsOf = now,
            Rulebook = repinning.Recomputation.From,
            Under = repinning.Recomputation.To,
            Position = new PositionResponse(after.Position.Instance, after.Position.Stage!.Value),
            Timeliness = after.Timeliness,
            Deadlines = [.. after.Clocks(now).Select(DeadlineResponse.From)],
            Changes = ChangeResponse.From(repinning.Recomputation),
        };
    }
}
