namespace Complaints.Storage.Evidence;

/// <summary>A document that an event of the docket names, and that is therefore true.</summary>
/// <param name="ElectionId">The election of its complaint.</param>
/// <param name="Number">Its number in the complaint, from 1.</param>
/// <param name="Sha256">SHA-256 over the plain bytes, lower-case hexadecimal.</param>
public sealed record NamedDocument(string ElectionId, int Number, string Sha256);

/// <summary>What a sweep of <c>incoming/</c> did.</summary>
/// <param name="Placed">How many documents it moved to the place their event names: their move had been interrupted.</param>
/// <param name="Removed">How many blobs it deleted that no event names, or that already lie in their place.</param>
public sealed record SweptIncoming(int Placed, int Removed);
