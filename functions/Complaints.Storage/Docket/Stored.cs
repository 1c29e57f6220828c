using Azure;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>A value with the version it was read at: it is saved only if nobody has changed it since.</summary>
public sealed record Stored<T>
{
    internal Stored(T value, ETag tag, string lastHash, Instant? wakeUpAt)
    {
        Value = value;
        Tag = tag;
        LastHash = lastHash;
        WakeUpAt = wakeUpAt;
    }

    /// <summary>The value as read.</summary>
    public T Value { get; }

    /// <summary>The hash of the last event.</summary>
    public string LastHash { get; }

    /// <summary>The next instant at which anything is owed.</summary>
    public Instant? WakeUpAt { get; }

    internal ETag Tag { get; }
}
