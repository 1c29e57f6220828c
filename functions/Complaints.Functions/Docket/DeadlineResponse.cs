using Complaints.Domain.Deadlines;
using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>A deadline of a complaint: who owes what until when, with every reading.</summary>
internal sealed record DeadlineResponse
{
    public int? Proceeding { get; init; }

    public required string Kind { get; init; }

    public required string Forum { get; init; }

    public required string Limit { get; init; }

    public required string Obligor { get; init; }

    public required string Mode { get; init; }

    public Instant? DueExclusiveUtc { get; init; }

    public Instant? EarliestUtc { get; init; }

    public Instant? LatestUtc { get; init; }

    public string? LastMomentLocal { get; init; }

    public Instant? BenchmarkExclusiveUtc { get; init; }

    public required IReadOnlyList<AlternativeResponse> Alternatives { get; init; }

    public static DeadlineResponse From(Clock clock) => new()
    {
        Proceeding = clock.Proceeding,
        Kind = Codes.Of(clock.Kind),
        Forum = clock.Forum.Id,
        Limit = clock.Deadline.Limit,
        Obligor = clock.Obligor,
        Mode = Codes.Of(clock.Deadline.Mode),
        DueExclusiveUtc = clock.Deadline.DueExclusive,
        EarliestUtc = clock.Deadline.Earliest,
        LatestUtc = clock.Deadline.Latest,
        LastMomentLocal = clock.Deadline.LastMomentLocal,
        BenchmarkExclusiveUtc = clock.Deadline.Benchmark?.Exclusive,
        Alternatives = [.. clock.Deadline.Alternatives.Select(AlternativeResponse.From)],
    };
}

/// <summary>Another defensible way to count.</summary>
internal sealed record AlternativeResponse(
    IReadOnlyList<string> Ambiguities, string Reading, string Mode, Instant? DueExclusiveUtc, string? LastMomentLocal, Instant? BenchmarkExclusiveUtc)
{
    public static AlternativeResponse From(Reading each) => new(
        each.Ambiguities, each.Label.English, Codes.Of(each.Mode), each.DueExclusive, each.LastMomentLocal, each.BenchmarkExclusive);
}
