using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;
using NodaTime;
using NodaTime.Text;

namespace Complaints.Storage.Docket;

/// <summary>A notice to hand out, as it lies in the table. Row = "o:" + the instant it is owed + its id.</summary>
internal static class OutboxRow
{
    public static TableEntity From(TableEntity row, Alert alert)
    {
        row["Alert"] = JsonSerializer.Serialize(alert, RecordJson.Options);
        return row;
    }

    /// <summary>What is noted on it when it could not be handed out.</summary>
    public static TableEntity Failed(TableEntity row, Instant now, string why)
    {
        row["FailedAt"] = RecordJson.Text(now);
        row["Why"] = why;
        return row;
    }

    public static Undelivered ToUndelivered(TableEntity row) => new(
        ToAlert(row), row.GetString("FailedAt") is { } at ? InstantPattern.ExtendedIso.Parse(at).Value : null, row.GetString("Why"));

    public static Alert ToAlert(TableEntity row) => JsonSerializer.Deserialize<Alert>(row.GetString("Alert"), RecordJson.Options)!;
}
