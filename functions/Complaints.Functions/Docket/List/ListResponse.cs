using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>A page of the register as JSON.</summary>
internal sealed record ListResponse(IReadOnlyList<EntryResponse> Complaints, string? Next, Instant AsOf)
{
    public static ListResponse From(RegisterPart part) => new([.. part.Entries.Select(EntryResponse.From)], part.Next, part.AsOf);
}

/// <summary>One complaint in the register.</summary>
internal sealed record EntryResponse(
    string Id,
    string Reference,
    PositionResponse Position,
    Timeliness? Timeliness,
    string Matter,
    string? ComplainantType,
    string? ChallengedActor,
    string? ChallengedAct,
    string? Subject,
    string? Region,
    int Version,
    Instant RecordedAt,
    Instant? DueEarliestUtc,
    Instant? DueLatestUtc,
    IReadOnlyList<string> ConsentWithdrawn)
{
    public static EntryResponse From(RegisterEntry each) => new(
        each.Id,
        each.Id.ToUpperInvariant(),
        new PositionResponse(each.Instance, each.Stage),
        each.Timeliness,
        each.Matter,
        each.ComplainantType,
        each.ChallengedActor,
        each.ChallengedAct,
        each.Subject,
        each.Region,
        each.Version,
        each.RecordedAt,
        each.DueEarliest,
        each.DueLatest,
        each.Withdrawn ?? []);
}
