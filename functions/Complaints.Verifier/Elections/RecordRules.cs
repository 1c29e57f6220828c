using System.IO;
using System.Text.Json;
using Complaints.Domain.Docket;
using Complaints.Storage.Docket;
using Complaints.Verifier.Chains;

namespace Complaints.Verifier.Elections;

/// <summary>What is kept of a complaint has to be one whole chain, and its head has to be what the tracker's own fold makes of it.</summary>
internal sealed class RecordRules(Election election, LawShelf shelf, DocumentRules documents, GivenReceipts receipts)
{
    /// <summary>The first thing that is wrong, as a sentence; null if nothing is.</summary>
    public async Task<string?> FirstFaultAsync(KeptRecord kept, CancellationToken cancellationToken)
    {
        if ((ChainWalk.FirstFault(Links(kept.Events)) ?? FaultOfTheTail(kept)) is { } broken)
        {
            return broken;
        }

        var (complaint, fault) = await FoldAsync(kept, cancellationToken);
        return complaint is null ? fault
            : receipts.FirstFault(kept.Id, Links(kept.Events))
            ?? await FaultOfTheLawAsync(kept, cancellationToken)
            ?? FaultOfTheReads(kept)
            ?? await documents.FirstFaultAsync(complaint, cancellationToken);
    }

    private static IReadOnlyList<Link> Links(IReadOnlyList<KeptEvent> kept) =>
        [.. kept.Select(each => new Link(each.Seq, each.Hash, each.Previous, each.Canonical))];

    /// <summary>The chain of who read what, which ends where its end says: there may be none at all.</summary>
    private static string? FaultOfTheReads(KeptRecord kept)
    {
        var count = kept.Reads.Count;

        return kept.EndOfReads is not { } end ? count == 0 ? null : "the end of the reads is missing: there are reads without one."
            : ChainWalk.FirstFault(Links(kept.Reads), "read") is { } fault ? fault
            : end.Count is not { } told ? "the end of the reads was changed: it does not say how many there are."
            : count < told ? FormattableString.Invariant($"read {count + 1} is missing: their end tells of {told} reads, there are {count}.")
            : count > told ? FormattableString.Invariant($"the end of the reads was changed: it tells of {told}, there are {count}.")
            : end.LastHash != kept.Reads[^1].Hash ? FormattableString.Invariant($"read {count} is not the one their end tells of: its hash is another.")
            : null;
    }

    private static string? FaultOfTheTail(KeptRecord kept)
    {
        var count = kept.Events.Count;

        return !kept.HasHead ? "the head is missing: there are events without one."
            : kept.Version is not { } told ? "the head was changed: it does not say how many events there are."
            : count < told ? FormattableString.Invariant($"event {count + 1} is missing: the head tells of {told} events, the record ends after {count}.")
            : count > told ? FormattableString.Invariant($"the head was changed: it tells of {told} events, there are {count}.")
            : kept.LastHash != kept.Events[^1].Hash ? FormattableString.Invariant($"event {count} is not the one the head tells of: its hash is another.")
            : null;
    }

    /// <summary>A rulebook that a receipt names and that is another now: whoever changes the law in its table changes what every deadline is.</summary>
    private async Task<string?> FaultOfTheLawAsync(KeptRecord kept, CancellationToken cancellationToken)
    {
        foreach (var (file, rulebook) in receipts.RulebooksOf(kept.Id))
        {
            if ((await shelf.FindAsync(rulebook.Version, cancellationToken))?.Hash != rulebook.Sha256)
            {
                return $"the rulebook {rulebook.Version} is not the one that the receipt names: its document is another. ({file})";
            }
        }

        return null;
    }

    private async Task<(Complaint? Complaint, string? Fault)> FoldAsync(KeptRecord kept, CancellationToken cancellationToken)
    {
        try
        {
            DocketEvent[] history = [.. kept.Events.Select(each => EventJson.Read(each.Canonical.Span))];
            var law = await shelf.OfAsync(election, Repinned.PinOf(history), cancellationToken);

            var complaint = Complaint.From(kept.Id, law, history);
            return kept.DifferenceFrom(complaint) is { } column ? (null, $"the head is not the fold of its events: {column} is another.") : (complaint, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException or KeyNotFoundException or FormatException or ArgumentException or InvalidDataException)
        {
            return (null, $"the events do not replay: {new StringReader(e.Message).ReadLine()}");
        }
    }
}
