namespace Complaints.Storage.Evidence;

/// <summary>
/// A document that lies encrypted under <c>incoming/</c>, as the event that names it tells it. Made anew from an event, it is found by its hash.
/// </summary>
/// <param name="Sha256">SHA-256 over the plain bytes, lower-case hexadecimal.</param>
/// <param name="Size">How many plain bytes there are.</param>
/// <param name="Type">The media type, told from the content.</param>
public sealed record Received(string Sha256, long Size, string Type)
{
    /// <summary>The blob it lies in; null where only its facts are known.</summary>
    internal string? Incoming { get; init; }
}
