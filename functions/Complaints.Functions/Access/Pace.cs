using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Complaints.Functions.Access;

/// <summary>
/// How fast anybody may call, on each host by itself: who is known by their name, everybody else by their address. Nobody is kept waiting; who is too fast is told
/// when to come back.
/// </summary>
/// <param name="surroundings">Whether the platform stands before the tracker, and says who called it.</param>
/// <param name="known">The calls in a minute of somebody who is known, also at once; null for any number.</param>
/// <param name="unknown">The calls in a minute from an address, of nobody known; null for any number.</param>
internal sealed class Pace(Surroundings surroundings, int? known, int? unknown) : IDisposable
{
    private readonly PartitionedRateLimiter<string>? ofKnown = Limiter(known);
    private readonly PartitionedRateLimiter<string>? ofUnknown = Limiter(unknown);

    /// <summary>Counts a call; if it is one too many, how long the caller is to wait.</summary>
    public TimeSpan? Refuse(HttpContext http, Caller caller)
    {
        if ((caller.IsKnown ? ofKnown : ofUnknown) is not { } limiter)
        {
            return null;
        }

        using var lease = limiter.AttemptAcquire(caller.IsKnown ? caller.Pseudonym : CallerAddress.Of(http, surroundings).ToString());
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ofKnown?.Dispose();
        ofUnknown?.Dispose();
    }

    // A call's worth comes back evenly. Whoever has all of it again is forgotten, so the memory taken is bounded by what calls at one time.
    private static PartitionedRateLimiter<string>? Limiter(int? calls) => calls is not { } most ? null : PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) / most,
        }),
        StringComparer.Ordinal);
}
