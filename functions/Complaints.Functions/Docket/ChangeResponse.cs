using Complaints.Domain.Docket;
using Complaints.Functions.Http;
using NodaTime;

namespace Complaints.Functions.Docket;

/// <summary>One thing that is otherwise under another law.</summary>
/// <param name="What"><c>deadline</c>, <c>timer</c>, <c>timeliness</c>, <c>step</c> or <c>competent</c>.</param>
/// <param name="Proceeding">The proceeding; null before filing, and for the complaint as a whole.</param>
/// <param name="Kind">Which deadline, step or verdict.</param>
/// <param name="Forum">The forum of a deadline.</param>
/// <param name="Before">What it was: a deadline, an instant, a verdict, whether open, or the forums.</param>
/// <param name="After">What it is now.</param>
/// <param name="Why">The places in which the law differs that bear on a deadline.</param>
public sealed record ChangeResponse(string What, int? Proceeding, string? Kind, string? Forum, object? Before, object? After, IReadOnlyList<string>? Why)
{
    /// <summary>Everything that is otherwise.</summary>
    public static IReadOnlyList<ChangeResponse> From(Recomputation recomputation) =>
    [
        .. recomputation.Clocks.Select(each => new ChangeResponse(
            "deadline", each.Proceeding, Codes.Of(each.Kind), each.Forum, EndResponse.From(each.Before), EndResponse.From(each.After), each.Why)),
        .. recomputation.Timers.Select(each => new ChangeResponse("timer", each.Proceeding, each.Step.ToString(), null, each.Before, each.After, null)),
        .. recomputation.Verdicts.Select(each => new ChangeResponse("timeliness", each.Proceeding, Codes.Of(each.On), null, each.Before, each.After, null)),
        .. recomputation.Steps.Select(each => new ChangeResponse("step", each.Proceeding, each.Step.ToString(), null, !each.IsOpen, each.IsOpen, null)),
        .. recomputation.Competent is { } competent
            ? [new ChangeResponse("competent", null, null, null, competent.Before, competent.After, null)]
            : Array.Empty<ChangeResponse>(),
    ];
}

/// <summary>When a deadline ends, under every reading.</summary>
public sealed record EndResponse(
    string Limit,
    string Mode,
    Instant? DueExclusiveUtc,
    Instant? EarliestUtc,
    Instant? LatestUtc,
    string? LastMomentLocal,
    Instant? BenchmarkExclusiveUtc,
    IReadOnlyList<EndReadingResponse> Readings)
{
    /// <summary>The end as JSON; null where there is none.</summary>
    public static EndResponse? From(ClockEnd? end) => end is null ? null : new EndResponse(
        end.Limit,
        Codes.Of(end.Mode),
        end.DueExclusive,
        end.Earliest,
        end.Latest,
        end.LastMomentLocal,
        end.Benchmark,
        [.. end.Readings.Select(each => new EndReadingResponse(each.Ambiguities, Codes.Of(each.Mode), each.DueExclusive))]);
}

/// <summary>Another defensible way to count.</summary>
public sealed record EndReadingResponse(IReadOnlyList<string> Ambiguities, string Mode, Instant? DueExclusiveUtc);
