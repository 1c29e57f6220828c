using Complaints.Domain.Docket;
using Complaints.Domain.Rulebooks;
using Complaints.Storage.Docket;
using NodaTime;

namespace Complaints.Functions.Docket.Bundle;

/// <summary>What goes into a bundle: a complaint that can be checked without the tracker.</summary>
/// <param name="Complaint">The complaint as it was read.</param>
/// <param name="Receipt">A receipt as of its last event.</param>
/// <param name="Rulebooks">Every rulebook it was judged under.</param>
/// <param name="Events">Its events as they are kept.</param>
/// <param name="ExportedAt">The hour of the tracker.</param>
internal sealed record BundleContents(
    Complaint Complaint, SignedReceipt Receipt, IReadOnlyList<Rulebook> Rulebooks, IAsyncEnumerable<KeptEvent> Events, Instant ExportedAt);
