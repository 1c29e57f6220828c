using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Domain.Rulebooks;
using NodaTime;

namespace Complaints.Storage.Rulebooks;

/// <summary>
/// A published rulebook as it lies in the table: row = "r:" + its version, with the whole document and its hash; and the name of the calendar it
/// carries, row = "c:" + the calendar's version, with the hash of that. Neither is ever changed.
/// </summary>
internal static class RulebookRow
{
    public const string Partition = "rulebooks";

    private const string Prefix = "r:";
    private const string Document = "Document";

    public static string Key(string version) => Prefix + version;

    public static string CalendarKey(Rulebook rulebook) => $"c:{rulebook.Versions.Calendar}";

    /// <summary>The rows of all rulebooks.</summary>
    public static string All => TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Prefix} and RowKey lt {"r;"}");

    public static string VersionOf(TableEntity row) => row.RowKey[Prefix.Length..];

    public static string HashOf(TableEntity row) => row.GetString("Hash");

    public static TableEntity From(Rulebook rulebook, Instant now, string by)
    {
        var row = new TableEntity(Partition, Key(rulebook.Version))
        {
            ["Hash"] = rulebook.Hash,
            ["PublishedAt"] = RecordJson.Text(now),
            ["PublishedBy"] = by,
        };
        Portions.Set(row, Document, Encoding.UTF8.GetBytes(rulebook.Document));
        return row;
    }

    /// <summary>The name of the calendar the rulebook carries; null where it has none.</summary>
    public static TableEntity? FromCalendar(Rulebook rulebook) => JsonNode.Parse(rulebook.Document)!["calendar"] is not { } calendar
        ? null
        : new TableEntity(Partition, CalendarKey(rulebook))
        {
            ["Hash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(calendar.ToJsonString()))),
            ["Rulebook"] = rulebook.Version,
        };

    /// <exception cref="InvalidDataException">The document is not what was published.</exception>
    public static Rulebook ToRulebook(TableEntity row)
    {
        var read = RulebookReader.Read(Portions.Get(row, Document), ShippedLaw.Library);

        if (!read.IsAllowed(out var rulebook))
        {
            throw new InvalidDataException($"{row.RowKey} cannot be read any more: {read.Refusals[0].Field}: {read.Refusals[0].Message}");
        }

        return rulebook.Hash == HashOf(row) && rulebook.Version == VersionOf(row)
            ? rulebook
            : throw new InvalidDataException($"{row.RowKey} is not the rulebook that was published: its hash or its name differs.");
    }
}
