using System.Text.Json;
using Azure.Data.Tables;
using Complaints.Domain;
using Complaints.Storage.Vault;
using NodaTime;

namespace Complaints.Storage.Drafts;

/// <summary>
/// A draft as it lies in the table, beside its data key: partition = its id, row = the vault's for the item <c>draft</c>. Whose it is and when it changed are
/// in the clear; all that was typed is sealed.
/// </summary>
internal static class DraftRow
{
    public const string Item = "draft";

    /// <summary>The column by which old rows are found.</summary>
    public const string ChangedAt = "ChangedAt";

    /// <summary>The most bytes a draft's content may have: a row may have 1 MiB, of which the seal and the columns take little.</summary>
    public const int MostBytes = 700 * 1024;

    public static readonly string Key = ValueRow.Key(Item);

    public static string JsonOf(DraftContent content) => JsonSerializer.Serialize(content, RecordJson.Options);

    public static TableEntity From(Draft draft, DataKey key) => Marked(ValueRow.From(draft.Id, Item, JsonOf(draft.Content), key), draft);

    /// <summary>The row of a draft that was sent or thrown away: what became of it, and nothing of what was in it.</summary>
    public static TableEntity Closed(Draft draft) => Marked(new TableEntity(draft.Id, Key), draft);

    public static Draft ToDraft(TableEntity row, TableEntity keyRow, VaultKeys keys)
    {
        var draft = new Draft
        {
            Id = row.PartitionKey,
            Owner = OwnerOf(row),
            ChangedAt = Instant.FromDateTimeOffset(row.GetDateTimeOffset(ChangedAt)!.Value),
            IsClosed = row.GetBoolean("Closed") is true,
            Complaint = row.GetString("Complaint"),
            Tag = row.ETag,
            KeyRow = keyRow,
        };

        if (draft.IsClosed)
        {
            return draft;
        }

        using var key = DataKeyRow.ToDataKey(keyRow, keys);
        return draft with { Content = JsonSerializer.Deserialize<DraftContent>(ValueRow.ToText(row, key), RecordJson.Options)! };
    }

    public static string OwnerOf(TableEntity row) => row.GetString("Owner");

    private static TableEntity Marked(TableEntity row, Draft draft)
    {
        row["Owner"] = draft.Owner;
        row[ChangedAt] = draft.ChangedAt.ToDateTimeOffset();
        row["Closed"] = draft.IsClosed;
        row["Complaint"] = draft.Complaint;
        return row;
    }
}
