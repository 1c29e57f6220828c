using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.List;

/// <summary>A page of the register as JSON.</summary>
internal sealed record ListResponse(IReadOnlyList<EntryResponse> Complaints, string? Next, Instant AsOf)
{
    public static ListResponse From(RegisterPart part) => new([.. part.Entries.Select(each => EntryResponse.From(each, [.. part.SameAs[each.Id]]))], part.Next, part.AsOf);
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
    IReadOnlyList<string> ConsentWithdrawn,
    IReadOnlyList<string> RegistrationNumbers,
    IReadOnlyList<string> SameAs,
    Instant? ChangedAt)
{
    public static EntryResponse From(RegisterEntry each, IReadOnlyList<string> sameAs) => new(
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
        each.Withdrawn ?? [],
        [.. each.Proceedings.Select(one => one.RegistrationNumber).OfType<string>().Distinct()],
        sameAs,
        each.ChangedAt);
}
