using NodaTime;

namespace Complaints.Functions.Http;

/// <summary>The tracker's clock. In development it can be set; from then on it goes on at its usual pace.</summary>
internal sealed class TrackerClock : TimeProvider
{
    private TimeSpan ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>A clock that starts at this hour, or now.</summary>
    public static TrackerClock StartingAt(Instant? now)
    {
        var clock = new TrackerClock();

        if (now is { } start)
        {
            clock.Set(start);
        }

        return clock;
    }

    /// <summary>Sets the hour.</summary>
    public void Set(Instant now) => ahead = now.ToDateTimeOffset() - System.GetUtcNow();
}

/// <summary>The hour as the domain counts it.</summary>
internal static class TimeProviderExtensions
{
    extension(TimeProvider time)
    {
        /// <summary>Now.</summary>
        public Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
    }
}
