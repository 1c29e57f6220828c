using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain.Alerts;

namespace Complaints.Storage.Docket.Rebuilding;

/// <summary>
/// The rows of one shard that are derived from events and sorted by an instant: wake-ups, notices, news. They are held for one shard at a time: the wake-ups of
/// its complaints, the news of a day, and an outbox that is emptied every minute.
/// </summary>
internal sealed class LooseRows
{
    private readonly Dictionary<string, List<TableEntity>> ofComplaints = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private LooseRows()
    {
    }

    /// <summary>Notices that cannot be read, or are not what the id in their key was made from.</summary>
    public List<TableEntity> Unreadable { get; } = [];

    /// <summary>What nobody has asked for: rows of complaints of which there is nothing else.</summary>
    public IEnumerable<(string Complaint, TableEntity Row)> Unclaimed =>
        ofComplaints.Where(each => !asked.Contains(each.Key)).SelectMany(each => each.Value.Select(row => (each.Key, row)));

    public static async Task<LooseRows> ReadAsync(TableClient docket, string partition, CancellationToken cancellationToken)
    {
        var rows = new LooseRows();

        foreach (var kind in new[] { "n", "o", "w" })
        {
            await foreach (var row in docket.QueryAsync<TableEntity>(Keys.Range(partition, $"{kind}:", $"{kind};"), cancellationToken: cancellationToken))
            {
                rows.Sort(row);
            }
        }

        return rows;
    }

    /// <summary>The rows of one complaint.</summary>
    public IReadOnlyList<TableEntity> Of(string complaint)
    {
        asked.Add(complaint);
        return ofComplaints.GetValueOrDefault(complaint) ?? [];
    }

    /// <summary>The notice of a row; null if it cannot be read, or is another's than its key says.</summary>
    public static Alert? NoticeOf(TableEntity row)
    {
        try
        {
            var alert = OutboxRow.ToAlert(row);
            return Watch.IsGenuine(alert) && Keys.Outbox(alert.Moment, alert.Id) == row.RowKey ? alert : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentNullException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>What a key says after its instant: a complaint's id, or a notice's.</summary>
    public static string NameIn(string key) => key[(key.LastIndexOf(':') + 1)..];

    private void Sort(TableEntity row)
    {
        if (!row.RowKey.StartsWith("o:", StringComparison.Ordinal))
        {
            Keep(NameIn(row.RowKey), row);
        }
        else if (NoticeOf(row) is { } alert)
        {
            Keep(alert.Complaint, row);
        }
        else
        {
            Unreadable.Add(row);
        }
    }

    private void Keep(string complaint, TableEntity row)
    {
        if (!ofComplaints.TryGetValue(complaint, out var rows))
        {
            ofComplaints[complaint] = rows = [];
        }

        rows.Add(row);
    }
}
