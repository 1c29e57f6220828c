using Complaints.Domain;
using Complaints.Domain.Deadlines;
using Complaints.Domain.Rulebooks;
using Complaints.Functions.Http;
using NodaTime;

namespace Complaints.Functions.Rulebooks;

/// <summary>A deadline with every reading and the steps of its count.</summary>
internal sealed record CountDeadlineResponse
{
    public required string Limit { get; init; }

    public required string Mode { get; init; }

    public LocalDate? LastDay { get; init; }

    public Instant? DueExclusiveUtc { get; init; }

    public string? LastMomentLocal { get; init; }

    public string? Benchmark { get; init; }

    public Instant? BenchmarkExclusiveUtc { get; init; }

    public string? BenchmarkLastMomentLocal { get; init; }

    public Instant? EarliestUtc { get; init; }

    public Instant? LatestUtc { get; init; }

    public required IReadOnlyList<AlternativeReadingResponse> Alternatives { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> WithoutEffect { get; init; }

    public required IReadOnlyList<StepResponse> Explanation { get; init; }

    public required Versions Versions { get; init; }

    public Timeliness? Timeliness { get; init; }

    public Timeliness? TimelinessPrimary { get; init; }

    public static CountDeadlineResponse From(Deadline deadline, Instant? at, Language language) => new()
    {
        Limit = deadline.Limit,
        Mode = Codes.Of(deadline.Mode),
        LastDay = deadline.LastDay,
        DueExclusiveUtc = deadline.DueExclusive,
        LastMomentLocal = deadline.LastMomentLocal,
        Benchmark = deadline.Benchmark?.Label.In(language),
        BenchmarkExclusiveUtc = deadline.Benchmark?.Exclusive,
        BenchmarkLastMomentLocal = deadline.Benchmark?.LastMomentLocal,
        EarliestUtc = deadline.Earliest,
        LatestUtc = deadline.Latest,
        Alternatives = [.. deadline.Alternatives.Select(each => AlternativeReadingResponse.From(each, language))],
        WithoutEffect = deadline.WithoutEffect,
        Explanation = [.. deadline.Explanation.In(language).Select(each => new StepResponse(each.Text, each.Citation?.In(language)))],
        Versions = deadline.Versions,
        Timeliness = at is { } asked ? deadline.Judge(asked) : null,
        TimelinessPrimary = at is { } hour ? deadline.JudgePrimary(hour) : null,
    };
}

/// <summary>One step of the count, with the place in the law it follows.</summary>
internal sealed record StepResponse(string Text, string? Citation);

/// <summary>Another defensible way to count.</summary>
internal sealed record AlternativeReadingResponse(
    IReadOnlyList<string> Ambiguities, string Reading, string Mode, Instant? DueExclusiveUtc, string? LastMomentLocal, Instant? BenchmarkExclusiveUtc)
{
    public static AlternativeReadingResponse From(Reading each, Language language) => new(
        each.Ambiguities, each.Label.In(language), Codes.Of(each.Mode), each.DueExclusive, each.LastMomentLocal, each.BenchmarkExclusive);
}
