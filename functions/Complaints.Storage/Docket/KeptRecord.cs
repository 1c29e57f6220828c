using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket;

/// <summary>All that is kept of one complaint: its head and its events, as they lie in the table.</summary>
/// <param name="Id">The complaint's id, by the keys of the rows.</param>
/// <param name="Events">The events in the order of their keys.</param>
public sealed record KeptRecord(string Id, IReadOnlyList<KeptEvent> Events)
{
    /// <summary>Whether there is a head.</summary>
    public bool HasHead => Head is not null;

    /// <summary>The number of events the head tells of; null without a head that says.</summary>
    public int? Version => Head is not null && Head.TryGetValue("Version", out var version) ? version as int? : null;

    /// <summary>The hash of the last event, as the head has it; null without a head that says.</summary>
    public string? LastHash => Head is not null && Head.TryGetValue("LastHash", out var hash) ? hash as string : null;

    /// <summary>The reads of what the vault keeps of it, in the order of their keys: a chain of their own.</summary>
    public IReadOnlyList<KeptEvent> Reads { get; init; } = [];

    /// <summary>What the end of that chain tells; null where nothing was ever read.</summary>
    public EndOfReads? EndOfReads { get; init; }

    internal TableEntity? Head { get; init; }

    /// <summary>The column of the head that is not what this complaint gives; null if all are.</summary>
    public string? DifferenceFrom(Complaint fold) => HeadRow.DifferenceFrom(Head!, fold, Events[^1].Hash);
}

/// <summary>The end of a chain of reads, as it lies in the table.</summary>
/// <param name="Count">How many reads it tells of; null if it does not say.</param>
/// <param name="LastHash">The hash of the last; null if it does not say.</param>
public sealed record EndOfReads(int? Count, string? LastHash)
{
    internal static EndOfReads From(TableEntity row) => new(
        row.TryGetValue("Version", out var version) ? version as int? : null, row.TryGetValue("LastHash", out var hash) ? hash as string : null);
}
