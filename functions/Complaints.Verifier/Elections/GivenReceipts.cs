using System.IO;
using System.Text.Json;
using Complaints.Verifier.Chains;
using Complaints.Verifier.Receipts;

namespace Complaints.Verifier.Elections;

/// <summary>The receipts that an election is held against, by the file each lies in.</summary>
internal sealed class GivenReceipts
{
    private readonly PublicKeys? keys;
    private readonly ILookup<string, (string File, Receipt Receipt)> all;
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    private GivenReceipts(PublicKeys? keys, IReadOnlyList<(string File, Receipt Receipt)> read)
    {
        this.keys = keys;
        all = read.ToLookup(each => each.Receipt.Complaint, StringComparer.Ordinal);
        Count = keys is null ? null : read.Count;
    }

    /// <summary>How many there are; null where none were to be checked.</summary>
    public int? Count { get; }

    /// <summary>Reads those of a folder.</summary>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    /// <exception cref="JsonException">A file is no receipt, or the keys are none; the message names it.</exception>
    public static GivenReceipts Read(string? folder, string? keys)
    {
        if (folder is null || keys is null)
        {
            return new GivenReceipts(null, []);
        }

        var read = new List<(string File, Receipt Receipt)>();

        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                read.Add((Path.GetFileName(path), Receipt.Read(path)));
            }
            catch (JsonException e)
            {
                throw new JsonException($"{Path.GetFileName(path)} is no receipt.", e);
            }
        }

        return new GivenReceipts(PublicKeys.Read(keys), read);
    }

    /// <summary>The first receipt that is forged or of another election; null if none is.</summary>
    public string? FirstFaultIn(string election) => all.SelectMany(each => each)
        .Select(each => keys!.FaultOf(each.Receipt) is { } forged ? $"{each.File}: {forged}"
            : each.Receipt.Election != election ? $"{each.File}: the receipt is that of another election, {each.Receipt.Election}."
            : null)
        .FirstOrDefault(fault => fault is not null);

    /// <summary>The first thing that receipts tell of and a complaint has no longer; null if it has all.</summary>
    public string? FirstFault(string complaint, IReadOnlyList<Link> links)
    {
        met.Add(complaint);
        return (from each in all[complaint]
                from fault in each.Receipt.FaultsOf(links)
                select $"{fault} ({each.File})").FirstOrDefault();
    }

    /// <summary>The rulebooks that the receipts of a complaint name, each with its receipt's file.</summary>
    public IEnumerable<(string File, ReceiptRulebook Rulebook)> RulebooksOf(string complaint) =>
        from each in all[complaint]
        from rulebook in each.Receipt.Rulebooks ?? []
        select (each.File, rulebook);

    /// <summary>The first complaint that receipts tell of and that is not there at all; null if every one is.</summary>
    public string? FirstMissing() => all.Where(each => !met.Contains(each.Key)).SelectMany(each => each)
        .Select(each => $"{each.Receipt.Complaint}: the complaint is missing, the receipt tells of {each.Receipt.Version} events. ({each.File})").FirstOrDefault();
}
