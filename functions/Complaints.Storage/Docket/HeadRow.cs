using System.IO;
using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Docket;
using NodaTime;

namespace Complaints.Storage.Docket;

/// <summary>A complaint's head: what is needed to take the next step, and the register's view of it. Row = "c:" + complaint id.</summary>
internal static class HeadRow
{
    private const string Register = "Register";

    /// <summary>The properties a scan for the register asks for.</summary>
    public static readonly string[] RegisterColumns = ["PartitionKey", "RowKey", .. Portions.Names(Register, 4)];

    private const string Snapshot = "Snapshot";

    /// <summary>What a head has beside its fold: the mark of the save, and the hour of the next look.</summary>
    private static readonly string[] NotOfTheFold = ["CommitId", "WakeUpAt"];

    public static void Write(
        TableEntity row, Complaint complaint, RegisterEntry entry, string lastHash, Instant? wakeUpAt, string commitId)
    {
        row["Version"] = complaint.Version;
        row["Instance"] = complaint.Position.Instance.ToString();
        row["Stage"] = complaint.Position.Stage.ToString();
        row["Matter"] = complaint.Grievance.Matter;
        row["Subject"] = complaint.Grievance.Subject;
        row["Rulebook"] = complaint.Law.Rulebook.Version;
        row["LastHash"] = lastHash;
        row["CommitId"] = commitId;
        row["WakeUpAt"] = wakeUpAt is { } at ? Keys.Text(at) : null;
        Portions.Set(row, Snapshot, Events(complaint));
        WriteRegister(row, entry);
    }

    public static void WriteRegister(TableEntity row, RegisterEntry entry) =>
        Portions.Set(row, Register, JsonSerializer.SerializeToUtf8Bytes(entry, RecordJson.Options));

    public static string RulebookOf(TableEntity row) => row.GetString("Rulebook");

    public static Stored<Complaint> ToComplaint(TableEntity row, Law law) =>
        new(Complaint.From(row.RowKey[2..], law, ReadEvents(row)), row.ETag, row.GetString("LastHash"), WakeUpOf(row));

    public static RegisterEntry ToRegister(TableEntity row) =>
        JsonSerializer.Deserialize<RegisterEntry>(Portions.Get(row, Register), RecordJson.Options)!;

    /// <summary>What a row says of a complaint for the register; null if it cannot be read.</summary>
    public static RegisterEntry? TryRegister(TableEntity row)
    {
        try
        {
            return ToRegister(row);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether two rows say the same to the register, byte for byte.</summary>
    public static bool SaySame(TableEntity one, TableEntity other) =>
        Portions.Names(Register, 4).All(name => AreSame(one.TryGetValue(name, out var value) ? value : null, other.TryGetValue(name, out var same) ? same : null));

    /// <summary>The first column in which a head differs from the one that this complaint gives; null if none does.</summary>
    public static string? DifferenceFrom(TableEntity row, Complaint fold, string lastHash)
    {
        var expected = new TableEntity(row.PartitionKey, row.RowKey);
        Write(expected, fold, RegisterEntry.Of(fold), lastHash, wakeUpAt: null, commitId: "");

        return expected.Keys.Union(row.Keys.Where(name => !IsOfTheTable(name)))
            .Except(NotOfTheFold)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(name => !AreSame(expected[name], row[name]));
    }

    private static bool IsOfTheTable(string name) => name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal);

    private static bool AreSame(object? one, object? other) =>
        one is byte[] bytes && other is byte[] others ? bytes.AsSpan().SequenceEqual(others) : Equals(one, other);

    private static Instant? WakeUpOf(TableEntity row) => row.GetString("WakeUpAt") is { } text ? Keys.Instant(text) : null;

    private static byte[] Events(Complaint complaint)
    {
        using var whole = new MemoryStream();

        foreach (var each in complaint.History)
        {
            whole.WriteByte(whole.Length == 0 ? (byte)'[' : (byte)',');
            whole.Write(EventJson.Canonical(each));
        }

        whole.WriteByte((byte)']');
        return whole.ToArray();
    }

    private static DocketEvent[] ReadEvents(TableEntity row)
    {
        using var whole = JsonDocument.Parse(Portions.Get(row, Snapshot));
        return [.. whole.RootElement.EnumerateArray().Select(EventJson.Read)];
    }
}
