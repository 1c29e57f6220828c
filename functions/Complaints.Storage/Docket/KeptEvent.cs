using System.Globalization;
using Azure.Data.Tables;

namespace Complaints.Storage.Docket;

/// <summary>An event exactly as it lies in the table, for whoever checks it: nothing of it is believed, and what is missing is empty.</summary>
/// <param name="Seq">Its number by its place in the table.</param>
/// <param name="Hash">The hash beside it.</param>
/// <param name="Previous">The hash of the event before it, as it stands beside it.</param>
/// <param name="Canonical">The bytes that were hashed.</param>
public sealed record KeptEvent(int Seq, string Hash, string Previous, ReadOnlyMemory<byte> Canonical)
{
    internal static KeptEvent From(TableEntity row) => new(
        int.TryParse(row.RowKey[(row.RowKey.LastIndexOf(':') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0,
        TextOf(row, "Hash"),
        TextOf(row, "Previous"),
        row.TryGetValue("Event", out var first) && first is byte[] ? Portions.Get(row, "Event") : []);

    private static string TextOf(TableEntity row, string name) => row.TryGetValue(name, out var value) && value is string text ? text : "";
}
