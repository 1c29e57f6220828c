using System.Collections.Concurrent;
using System.Globalization;
using Complaints.Domain.Docket;

namespace Complaints.Functions.Tests.Faults;

/// <summary>What was promised in one election: every answer that says that something is on record, under the mark it was sent with.</summary>
internal sealed class Ledger(Election election)
{
    public Election Election => election;

    /// <summary>Marks that were answered with 2xx, with the complaint and its version; no version of an imported row.</summary>
    public ConcurrentDictionary<string, (string Complaint, int Version)> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Marks that were refused: nothing of them may be found.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>What was told to the vault, by complaint and item.</summary>
    public ConcurrentDictionary<(string Complaint, string Item), string> Texts { get; } = new();

    /// <summary>Documents by complaint and number: the hash of their bytes, and their name.</summary>
    public ConcurrentDictionary<(string Complaint, int Number), (string Sha256, string Name)> Documents { get; } = new();

    /// <summary>Openings of the vault that were answered with the place in the chain of reads they were given, and for what.</summary>
    public ConcurrentDictionary<(string Complaint, int Seq), string> Reads { get; } = new();

    /// <summary>How many openings of a complaint's vault and documents were answered, and how many had been sent for that, repeated ones included.</summary>
    public ConcurrentDictionary<string, (int Answered, int Sent)> Openings { get; } = new(StringComparer.Ordinal);

    /// <summary>Complaints that were erased.</summary>
    public ConcurrentDictionary<string, byte> Erased { get; } = new(StringComparer.Ordinal);

    /// <summary>Stated figures, by their source.</summary>
    public ConcurrentDictionary<string, byte> Figures { get; } = new(StringComparer.Ordinal);

    /// <summary>Who was named in the election's team.</summary>
    public ConcurrentDictionary<string, byte> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>How an event is marked that has no words of its own.</summary>
    public static string MarkOf(string complaint, int version, string kind) => string.Create(CultureInfo.InvariantCulture, $"{kind} {complaint} {version}");

    public void Keep(string mark, string complaint, int version) => Assert.True(Kept.TryAdd(mark, (complaint, version)), $"{mark} was answered twice.");

    public void Open(string complaint, int sent) =>
        Openings.AddOrUpdate(complaint, (1, sent), (_, before) => (before.Answered + 1, before.Sent + sent));

    /// <summary>What was promised of a complaint's texts and documents counts no more.</summary>
    public void Erase(string complaint)
    {
        Erased[complaint] = 0;

        foreach (var text in Texts.Keys.Where(each => each.Complaint == complaint))
        {
            Texts.TryRemove(text, out _);
        }

        foreach (var document in Documents.Keys.Where(each => each.Complaint == complaint))
        {
            Documents.TryRemove(document, out _);
        }
    }
}
