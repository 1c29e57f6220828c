using System.IO;
using System.Text.Json;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>
/// Reads a complaint from its events for whoever derives rows from them. Events are not mended, nor is what a head says of their end: it is the one witness that
/// none was cut off.
/// </summary>
internal sealed class Whole(Election election, LawShelf shelf)
{
    /// <summary>The complaint that the events make, or why nothing can be derived from them.</summary>
    public async Task<(Complaint? Complaint, string? Fault)> OfAsync(KeptRecord kept, CancellationToken cancellationToken)
    {
        if (BreakIn(kept.Events) is { } broken)
        {
            return (null, broken);
        }

        if (EndOf(kept) is { } end)
        {
            return (null, end);
        }

        try
        {
            DocketEvent[] history = [.. kept.Events.Select(each => EventJson.Read(each.Canonical.Span))];
            return (Complaint.From(kept.Id, await shelf.OfAsync(election, Repinned.PinOf(history), cancellationToken), history), null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException or KeyNotFoundException or FormatException or ArgumentException or InvalidDataException)
        {
            return (null, "The events do not replay.");
        }
    }

    private static string? BreakIn(IReadOnlyList<KeptEvent> events)
    {
        var previous = Chain.Beginning;

        foreach (var (at, each) in events.Index())
        {
            if (each.Seq != at + 1 || each.Previous != previous || each.Hash != Chain.Hash(previous, each.Canonical.ToArray()))
            {
                return FormattableString.Invariant($"Event {at + 1} does not fit its hash and the event before it.");
            }

            previous = each.Hash;
        }

        return events.Count == 0 ? "There is a head, and no event." : null;
    }

    private static string? EndOf(KeptRecord kept) =>
        !kept.HasHead ? "The head is missing; without it nobody can say that no event was cut off."
        : kept.Version != kept.Events.Count || kept.LastHash != kept.Events[^1].Hash ? "The head tells of another end of the events than there is."
        : null;
}
