using Azure.Data.Tables;
using Complaints.Domain.Docket;

namespace Complaints.Storage.Docket;

/// <summary>An event as it lies in the table: its canonical bytes and its place in the chain. Never changed, never deleted.</summary>
internal static class EventRow
{
    public static TableEntity From(TableEntity row, byte[] canonical, string hash, string previous, string commitId)
    {
        row["Hash"] = hash;
        row["Previous"] = previous;
        row["CommitId"] = commitId;
        Portions.Set(row, "Event", canonical);
        return row;
    }

    public static RecordedEvent ToEvent(TableEntity row) =>
        new(EventJson.Read(Portions.Get(row, "Event")), row.GetString("Hash"), row.GetString("Previous"));
}

/// <summary>An event with its place in the chain of hashes.</summary>
public sealed record RecordedEvent(DocketEvent Event, string Hash, string Previous);
