using Azure.Data.Tables;

namespace Complaints.Storage.Docket;

/// <summary>A request that may be repeated.</summary>
/// <param name="Key">SHA-256 of caller, method, path and the key the caller gave, lower-case hexadecimal.</param>
/// <param name="Body">SHA-256 of the body.</param>
public sealed record RepeatableRequest(string Key, string Body);

/// <summary>What was answered to a request that may be repeated.</summary>
/// <param name="Body">SHA-256 of the body that was answered.</param>
/// <param name="Complaint">The complaint's id.</param>
/// <param name="Version">The version of the complaint that was answered.</param>
public sealed record PastAnswer(string Body, string Complaint, int Version);

/// <summary>A past answer as it lies in the table. Row = "k:" + hash of the request; removed after seven days.</summary>
internal static class AnswerRow
{
    public static TableEntity From(TableEntity row, RepeatableRequest request, string complaint, int version)
    {
        row["Body"] = request.Body;
        row["Complaint"] = complaint;
        row["Answered"] = version;
        return row;
    }

    public static PastAnswer ToAnswer(TableEntity row) =>
        new(row.GetString("Body"), row.GetString("Complaint"), row.GetInt32("Answered")!.Value);
}
