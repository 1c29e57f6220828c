using NodaTime;

namespace Complaints.Storage.Tests.Docket;

/// <summary>A host's clock that stands still until it is set.</summary>
internal sealed class SetClock(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
