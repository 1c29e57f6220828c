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

    internal TableEntity? Head { get; init; }

    /// <summary>The column of the head that is not what this complaint gives; null if all are.</summary>
    public string? DifferenceFrom(Complaint fold) => HeadRow.DifferenceFrom(Head!, fold, Events[^1].Hash);
}
