using Azure;
using NodaTime;

namespace Complaints.Storage.Codes;

/// <summary>An attempt that was counted; or one that may not be made yet, and was not.</summary>
public sealed class Attempt
{
    internal Attempt(Counted caller, Counted named)
    {
        Caller = caller;
        Named = named;
    }

    private Attempt(Duration wait) => Wait = wait;

    /// <summary>How long to wait until the next attempt; null if this one may be made.</summary>
    public Duration? Wait { get; }

    internal Counted? Caller { get; }

    internal Counted? Named { get; }

    internal static Attempt After(Duration wait) => new(wait);
}

/// <summary>A count that has just grown by one.</summary>
/// <param name="Key">Whose.</param>
/// <param name="Before">What it was before.</param>
/// <param name="Tag">As it was written.</param>
internal sealed record Counted(string Key, int Before, ETag Tag);

/// <summary>
/// How long one waits after so many failures: some are free, then a second, and twice as long each time up to a most. Why these figures:
/// docs/adr/0019-receipts-and-their-codes.md.
/// </summary>
internal sealed record Delays(int Free, Duration Most)
{
    /// <summary>For where somebody calls from: a carrier, a VPN or Tor has many people behind one address.</summary>
    public static readonly Delays OfAddress = new(Free: 4, Duration.FromMinutes(5));

    /// <summary>For one complaint, from wherever: short, or a stranger could lock its complainant out.</summary>
    public static readonly Delays OfComplaint = new(Free: 4, Duration.FromSeconds(10));

    /// <summary>The wait after the last of so many failures.</summary>
    public Duration After(int failures) =>
        failures <= Free ? Duration.Zero : Duration.Min(Most, Duration.FromSeconds(1L << Math.Min(failures - Free - 1, 30)));
}
