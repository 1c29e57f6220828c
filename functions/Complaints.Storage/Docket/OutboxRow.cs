using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Alerts;

namespace Complaints.Storage.Docket;

/// <summary>A notice to hand out, as it lies in the table. Row = "o:" + the instant it is owed + its id.</summary>
internal static class OutboxRow
{
    public static TableEntity From(TableEntity row, Alert alert)
    {
        row["Alert"] = JsonSerializer.Serialize(alert, RecordJson.Options);
        return row;
    }

    public static Alert ToAlert(TableEntity row) => JsonSerializer.Deserialize<Alert>(row.GetString("Alert"), RecordJson.Options)!;
}
