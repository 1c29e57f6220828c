using System.IO;
using Azure.Data.Tables;

namespace Complaints.Storage;

/// <summary>Values over 60 KiB, split over numbered properties: a table takes 64 KiB in one.</summary>
internal static class Portions
{
    private const int Size = 60 * 1024;

    public static void Set(TableEntity row, string name, ReadOnlySpan<byte> value)
    {
        for (var at = 0; at == 0 || at * Size < value.Length; at++)
        {
            row[Name(name, at)] = value[(at * Size)..Math.Min(value.Length, (at + 1) * Size)].ToArray();
        }
    }

    public static byte[] Get(TableEntity row, string name)
    {
        if (row.GetBinary(Name(name, 1)) is null)
        {
            return row.GetBinary(name) ?? throw new InvalidDataException($"The row {row.RowKey} has no {name}.");
        }

        using var whole = new MemoryStream();

        for (var at = 0; row.GetBinary(Name(name, at)) is { } portion; at++)
        {
            whole.Write(portion);
        }

        return whole.ToArray();
    }

    /// <summary>The names under which a value may lie, for a query that selects it.</summary>
    public static IEnumerable<string> Names(string name, int most) => Enumerable.Range(0, most).Select(at => Name(name, at));

    private static string Name(string name, int at) => at == 0 ? name : $"{name}{at}";
}
